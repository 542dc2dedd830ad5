using Pyventus.Roslyn;

namespace Pyventus.Analyzers.Tests.Agreement;

/// <summary>One meaning of patterns: the generator and the analyzers match the names that the runtime matches.</summary>
internal sealed class PatternAgreementTests
{
    private static readonly string[] _names = [.. Combine(4, "a", "b", "").Where(static name => name.Length > 0)];

    private static readonly string[] _patterns = [.. Combine(3, "a", "b", "", "*", "**").Where(EventPatterns.IsPattern)];

    [Test]
    public void The_same_names_match()
    {
        var differences = new List<string>();
        int matching = 0;
        foreach (string pattern in _patterns)
        {
            var emitted = new List<string>();
            var linker = EventLinker.CreateEmpty();
            linker.Subscribe(pattern, (EventContext context) => emitted.Add(context.EventName));
            using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
            foreach (string name in _names)
            {
                emitter.Emit(name);
            }

            string[] expected = [.. _names.Where(name => EventPatterns.Matches(pattern, name))];
            differences.AddRange(emitted.Except(expected).Select(name => $"{pattern} matches {name} at run time only"));
            differences.AddRange(expected.Except(emitted).Select(name => $"{pattern} matches {name} at compile time only"));
            matching += emitted.Count;
        }

        Assert.Multiple(() =>
        {
            Assert.That(differences, Is.Empty);
            Assert.That(matching, Is.InRange(1000, (_patterns.Length * _names.Length) - 1000));
        });
    }

    [Test]
    public void The_same_patterns_are_valid()
    {
        string[] texts = [.. Combine(3, "a", "", "*", "**", "***", "a*", "*a", " *", "** ").Where(static text => text.Length > 0)];

        string[] valid = [.. texts.Where(static text => !EventPatterns.IsPattern(text) || EventPatterns.IsValid(text))];

        Assert.Multiple(() =>
        {
            Assert.That(texts.Where(IsAccepted), Is.EqualTo(valid));
            Assert.That(valid, Has.Length.InRange(50, texts.Length - 500));
        });
    }

    private static bool IsAccepted(string text)
    {
        try
        {
            _ = new EventKey(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Combine(int count, params string[] segments) =>
        count == 1 ? segments : segments.Concat(Combine(count - 1, segments).SelectMany(rest => segments.Select(segment => $"{segment}.{rest}")));
}
