using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Pyventus.Roslyn.Testing;

/// <summary>
/// A source with expected diagnostics marked inline: <c>{|PYV1106:text|}</c> with an id, <c>[|text|]</c> without one.
/// Markers nest; two ids on one span are <c>{|A:{|B:text|}|}</c>.
/// </summary>
/// <param name="Text">The source without markup.</param>
/// <param name="Expected">The expected diagnostics, by position.</param>
public sealed record MarkupSource(string Text, ImmutableArray<ExpectedDiagnostic> Expected)
{
    /// <summary>Separates a source from its markup.</summary>
    /// <exception cref="FormatException">A marker is not closed, closed without being opened, or has no id.</exception>
    public static MarkupSource Parse(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string? Id, int Start)>();
        var expected = new List<ExpectedDiagnostic>();
        for (int index = 0; index < markup.Length;)
        {
            switch (markup.AsSpan(index))
            {
                case ['{', '|', ..]:
                    int colon = markup.IndexOf(':', index);
                    string id = colon < 0 ? "" : markup[(index + 2)..colon];
                    if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit))
                    {
                        throw new FormatException($"'{{|' at {index} is followed by no diagnostic id and ':'.");
                    }

                    open.Push((id, text.Length));
                    index = colon + 1;
                    break;
                case ['[', '|', ..]:
                    open.Push((null, text.Length));
                    index += 2;
                    break;
                case ['|', '}', ..] or ['|', ']', ..]:
                    if (!open.TryPop(out var marker) || (marker.Id is null) != (markup[index + 1] == ']'))
                    {
                        throw new FormatException($"'{markup.Substring(index, 2)}' at {index} closes no marker of its kind.");
                    }

                    expected.Add(new ExpectedDiagnostic(marker.Id, TextSpan.FromBounds(marker.Start, text.Length)));
                    index += 2;
                    break;
                default:
                    text.Append(markup[index++]);
                    break;
            }
        }

        return open.Count == 0
            ? new MarkupSource(text.ToString(), [.. expected.OrderBy(static item => item.Span.Start).ThenBy(static item => item.Span.End)])
            : throw new FormatException($"{open.Count} markers are not closed.");
    }
}
