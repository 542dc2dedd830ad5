using System.Text;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>
/// Verified output of a generator, one file for each generated one, named and written as Verify does:
/// <c>{Class}.{Method}#{hint}.verified.cs</c>, first line <c>//HintName: {hint}</c>, UTF-8 with BOM, LF.
/// </summary>
/// <param name="path">Where the files are.</param>
/// <param name="accepts">Whether differences are accepted instead of reported.</param>
internal sealed partial class SnapshotDirectory(string path, bool accepts)
{
    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The directory of this project, accepting when <c>PYVENTUS_ACCEPT=1</c>.</summary>
    /// <exception cref="InvalidOperationException"><c>PYVENTUS_ACCEPT</c> is set on a build server.</exception>
    public static SnapshotDirectory Open(string path, Func<string, string?> getEnvironmentVariable)
    {
        bool accepts = getEnvironmentVariable("PYVENTUS_ACCEPT") == "1";
        return accepts && !string.IsNullOrEmpty(getEnvironmentVariable("CI"))
            ? throw new InvalidOperationException("PYVENTUS_ACCEPT accepts whatever is generated, which a build server must not.")
            : new SnapshotDirectory(path, accepts);
    }

    /// <summary>Compares what a test generated with what was verified for it.</summary>
    /// <param name="test">The test: <c>{Class}.{Method}</c>.</param>
    /// <param name="sources">The texts by hint name.</param>
    /// <exception cref="SnapshotMismatchException">A text is new, different or missing.</exception>
    public void Verify(string test, IEnumerable<KeyValuePair<string, string>> sources)
    {
        var problems = new List<string>();
        var orphans = GetVerifiedFiles(test + "#").ToHashSet(StringComparer.Ordinal);
        foreach (var (hint, text) in sources)
        {
            string name = $"{test}#{hint}";
            orphans.Remove(name);
            problems.AddRange(Compare(name, $"//HintName: {hint}\n{Scrub(text)}"));
        }

        foreach (string orphan in orphans)
        {
            if (accepts)
            {
                File.Delete(GetPath(orphan, "verified"));
            }
            else
            {
                problems.Add($"{orphan} is verified, but not generated any more.");
            }
        }

        if (problems.Count > 0)
        {
            throw new SnapshotMismatchException(string.Join("\n\n", problems) + "\n\nRun with PYVENTUS_ACCEPT=1 to accept.");
        }
    }

    /// <summary>The names of verified files that begin so.</summary>
    public IEnumerable<string> GetVerifiedFiles(string prefix) =>
        Directory.Exists(path)
            ? Directory.GetFiles(path, "*.verified.cs")
                .Select(static file => Path.GetFileName(file)[..^".verified.cs".Length])
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            : [];

    private IEnumerable<string> Compare(string name, string text)
    {
        string verified = GetPath(name, "verified");
        string received = GetPath(name, "received");
        byte[] bytes = [.. _encoding.Preamble, .. _encoding.GetBytes(text)];
        bool exists = File.Exists(verified);
        byte[] expected = exists ? File.ReadAllBytes(verified) : [];
        if (exists && expected.AsSpan().SequenceEqual(bytes))
        {
            File.Delete(received);
            yield break;
        }

        Directory.CreateDirectory(path);
        File.WriteAllBytes(accepts ? verified : received, bytes);
        if (accepts)
        {
            File.Delete(received);
        }
        else
        {
            yield return exists ? $"{name} differs:\n{Diff(expected, text)}" : $"{name} is new:\n{text}";
        }
    }

    private static string Diff(byte[] expected, string text)
    {
        string old = Encoding.UTF8.GetString(expected);
        if (old.TrimStart('\ufeff') == text)
        {
            return "only in its byte order mark";
        }

        if (old.Contains('\r', StringComparison.Ordinal))
        {
            return "its lines end with CR LF";
        }

        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(old.TrimStart('\ufeff'), text).Lines.Where(static line => line.Type != ChangeType.Unchanged);
        return string.Join('\n', lines.Select(static line => $"{line.Position,4} {(line.Type == ChangeType.Deleted ? '-' : '+')} {line.Text}"));
    }

    private static string Scrub(string text) => Location().Replace(Version().Replace(text, "${tool}VERSION\""), "${attribute}DATA\"");

    private string GetPath(string name, string kind) => Path.Combine(path, $"{name}.{kind}.cs");

    [GeneratedRegex("""(?<tool>GeneratedCode\("Pyventus\.Generators", ")[0-9.]+"(?=\)\])""")]
    private static partial Regex Version();

    // Hashes the source file; the comment behind it says what it means.
    [GeneratedRegex("""(?<attribute>InterceptsLocation\([0-9]+, ")[^"]+"(?=\)\] // )""")]
    private static partial Regex Location();
}
