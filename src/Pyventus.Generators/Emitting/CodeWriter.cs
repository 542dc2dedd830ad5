using System.Text;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes indented C# with <c>\n</c> line ends.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes an empty line.</summary>
    public CodeWriter Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes one line.</summary>
    public CodeWriter Line(string line)
    {
        _text.Append(' ', _depth * IndentSize).Append(line).Append('\n');
        return this;
    }

    /// <summary>Writes several lines, each indented.</summary>
    public CodeWriter Lines(string lines)
    {
        foreach (string line in lines.Replace("\r", "").Split('\n'))
        {
            _ = line.Length == 0 ? Line() : Line(line);
        }

        return this;
    }

    /// <summary>Writes a header and opens its block.</summary>
    public CodeWriter Open(string header)
    {
        Line(header).Line("{");
        _depth++;
        return this;
    }

    /// <summary>Closes the innermost block.</summary>
    /// <param name="end">What follows the brace.</param>
    public CodeWriter Close(string end = "")
    {
        _depth--;
        return Line("}" + end);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
