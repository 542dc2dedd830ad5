using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Pyventus.Runtime.Tests;

/// <summary>A text that is checked in and compared; <c>PYVENTUS_ACCEPT=1</c> rewrites it, except in continuous integration.</summary>
internal static class Snapshot
{
    /// <summary>Fails with the differing lines when the file does not hold the text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="actual">The text it should hold.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static void Match(string file, string actual, Func<string, string?> environment)
    {
        string expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (expected == actual)
        {
            return;
        }

        bool accepts = environment("PYVENTUS_ACCEPT") == "1";
        bool isContinuousIntegration = !string.IsNullOrEmpty(environment("CI"));
        if (accepts && !isContinuousIntegration)
        {
            File.WriteAllText(file, actual);
            return;
        }

        string hint = accepts
            ? "PYVENTUS_ACCEPT is refused because CI is set: accept it on your machine and commit the file."
            : "Look at the differences; if they are meant, run the test again with PYVENTUS_ACCEPT=1.";
        Assert.Fail($"{Path.GetFileName(file)} does not match. {hint}\n{Describe(expected, actual)}");
    }

    private static string Describe(string expected, string actual)
    {
        var text = new StringBuilder();
        foreach (DiffPiece line in new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines)
        {
            string? mark = line.Type switch
            {
                ChangeType.Inserted => "+ ",
                ChangeType.Deleted => "- ",
                _ => null,
            };
            if (mark is not null)
            {
                text.Append(mark).Append(line.Text).Append('\n');
            }
        }

        return text.ToString();
    }
}
