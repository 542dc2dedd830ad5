using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn.Testing;

/// <summary>Compares reported diagnostics with expected ones.</summary>
internal static class DiagnosticComparison
{
    public static void Verify(IEnumerable<(string Path, ExpectedDiagnostic Expected)> expected, IEnumerable<Diagnostic> reported)
    {
        var missing = expected.ToList();
        var unexpected = reported.Where(diagnostic => !missing.Remove(Describe(diagnostic))).ToList();
        if (missing.Count == 0 && unexpected.Count == 0)
        {
            return;
        }

        var report = new StringBuilder("The diagnostics differ.");
        foreach (var (path, item) in missing)
        {
            report.Append(CultureInfo.InvariantCulture, $"\nExpected, not reported: {path} {item.Span} {item.Id}");
        }

        foreach (var diagnostic in unexpected)
        {
            report.Append(CultureInfo.InvariantCulture, $"\nReported, not expected: {diagnostic.Location.SourceSpan} {diagnostic}");
        }

        throw new VerificationException(report.ToString());
    }

    public static void VerifyMessages(string[] expected, IEnumerable<Diagnostic> reported)
    {
        string[] messages = [.. reported.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
        if (expected.Length > 0 && !expected.SequenceEqual(messages))
        {
            throw new VerificationException(
                $"The messages differ.\nExpected:\n{string.Join('\n', expected)}\nReported:\n{string.Join('\n', messages)}");
        }
    }

    private static (string Path, ExpectedDiagnostic Expected) Describe(Diagnostic diagnostic) =>
        (diagnostic.Location.SourceTree?.FilePath ?? "", new ExpectedDiagnostic(diagnostic.Id, diagnostic.Location.SourceSpan));
}
