using System.Reflection;
using Microsoft.CodeAnalysis;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Agreement;

/// <summary>One rule of conversion: what C# converts, the analyzers and the runtime accept, and the generator converts where it can.</summary>
internal sealed class ConversionAgreementTests
{
    // Conversions that run code of the types, or that take a tuple apart.
    private static readonly string[] _refused = Split("""
        (int Id, string Name) -> (long Id, object Name)?; (int Id, string Name) -> (long, object); (int, string) -> (long Id, object Name)?;
        (int, string) -> (long, object); (int, string)? -> (long Id, object Name)?;
        Meters -> double; Meters -> double?; Meters? -> double?; byte -> Meters; byte -> Meters?; byte? -> Meters?; char -> Meters; char -> Meters?;
        char? -> Meters?; int -> Meters; int -> Meters?; int? -> Meters?; sbyte -> Meters; sbyte -> Meters?; short -> Meters; short -> Meters?;
        ushort -> Meters; ushort -> Meters?; Text -> string; string -> Text; string[] -> ArraySegment<string>; string[] -> ArraySegment<string>?
        """);

    // The run time takes an array of int for one of uint. Inside the arguments of a variant type, that is not worth a search.
    private static readonly string[] _acceptedAtRunTimeOnly = Split("""
        Func<int[]> -> Func<uint[]>; Func<uint[]> -> Func<int[]>; List<uint[]> -> IEnumerable<int[]>
        """);

    // Variance, which the page of PYV1106 excludes.
    private static readonly string[] _notConvertedByGenerator = Split("""
        Action<object> -> Action<string>; Func<string> -> Func<object>; Func<int[]> -> Func<object>; Func<uint[]> -> Func<object>;
        IComparable<object> -> IComparable<string>; IEnumerable<string> -> IEnumerable<object>; IList<string> -> IEnumerable<object>;
        IEnumerable<int[]> -> IEnumerable<object>; List<string> -> IEnumerable<object>; List<string> -> IReadOnlyList<object>;
        List<uint[]> -> IEnumerable<object>; List<uint[]> -> IReadOnlyList<object>; Derived -> IEnumerable<object>;
        ArraySegment<string> -> IEnumerable<object>; ArraySegment<string> -> IReadOnlyList<object>;
        ArraySegment<string>? -> IEnumerable<object>; ArraySegment<string>? -> IReadOnlyList<object>;
        Derived[] -> object[]; Derived[] -> IEnumerable<object>; Derived[] -> IReadOnlyList<object>; Derived[] -> IList<object>; Derived[] -> IEnumerable<object>[];
        IEnumerable<object>[] -> object[]; IEnumerable<object>[] -> IEnumerable<object>; IEnumerable<object>[] -> IReadOnlyList<object>; IEnumerable<object>[] -> IList<object>;
        string[] -> object[]; string[] -> IEnumerable<object>; string[] -> IReadOnlyList<object>; string[] -> IList<object>;
        string[][] -> object[]; string[][] -> IEnumerable<object>; string[][] -> IReadOnlyList<object>; string[][] -> IList<object>; string[][] -> IEnumerable<object>[];
        int[][] -> object[]; int[][] -> IEnumerable<object>; int[][] -> IReadOnlyList<object>; int[][] -> IList<object>;
        uint[][] -> object[]; uint[][] -> IEnumerable<object>; uint[][] -> IReadOnlyList<object>; uint[][] -> IList<object>
        """);

    private static readonly Lazy<Task<string[]>> _acceptedByAnalyzers = new(AnalyzeEmissionsAsync);

    [Test]
    public async Task Analyzers_accept_what_the_compiler_converts_without_running_code()
    {
        var errors = TestCompilation.Create(ConversionSources.Assignments()).GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        AssertSame(await _acceptedByAnalyzers.Value, GetAccepted(errors, "CS0029", "CS0266").Except(_refused));
    }

    [Test]
    public async Task The_runtime_accepts_what_the_analyzers_accept()
    {
        using var image = new MemoryStream();
        var result = TestCompilation.Create(ConversionSources.Program()).Emit(image);
        Assert.That(result.Success, Is.True, () => string.Join('\n', result.Diagnostics));

        var accepted = (bool[][])Assembly.Load(image.ToArray()).GetType("Program")!.GetMethod("Run")!.Invoke(null, null)!;

        AssertSame(GetPairs((source, target) => accepted[source][target]), (await _acceptedByAnalyzers.Value).Concat(_acceptedAtRunTimeOnly));
    }

    [Test]
    public async Task The_generator_converts_what_the_analyzers_accept_but_for_variance()
    {
        var accepted = (await _acceptedByAnalyzers.Value).ToHashSet();

        // One whose type converts to the source would make the contract its own.
        bool CanJoin(int source, int target) => !accepted.Contains(ConversionSources.Describe(target, source));
        (_, var diagnostics) = await Rules.AnalyzeAsync(ConversionSources.Handlers(CanJoin));

        var expected = GetPairs((source, target) => !CanJoin(source, target) || accepted.Contains(ConversionSources.Describe(source, target)));
        AssertSame(GetAccepted(diagnostics, "PYV1106"), expected.Except(_notConvertedByGenerator));
    }

    private static void AssertSame(string[] accepted, IEnumerable<string> expected) => Assert.Multiple(() =>
    {
        Assert.That(accepted.Except(expected), Is.Empty, "Accepted, not expected");
        Assert.That(expected.Except(accepted), Is.Empty, "Expected, not accepted");
    });

    private static async Task<string[]> AnalyzeEmissionsAsync()
    {
        (_, var diagnostics) = await Rules.AnalyzeAsync(ConversionSources.Emissions());
        return GetAccepted(diagnostics, "PYV1202");
    }

    // Each pair has the line of its own number.
    private static string[] GetAccepted(IEnumerable<Diagnostic> refused, params string[] ids)
    {
        var lines = new HashSet<int>();
        foreach (var diagnostic in refused)
        {
            Assert.That(ids, Does.Contain(diagnostic.Id), () => diagnostic.ToString());
            lines.Add(diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        }

        return GetPairs((source, target) => !lines.Contains((source * ConversionSources.Types.Length) + target));
    }

    private static string[] GetPairs(Func<int, int, bool> isWanted) =>
    [
        .. from source in Enumerable.Range(0, ConversionSources.Types.Length)
           from target in Enumerable.Range(0, ConversionSources.Types.Length)
           where isWanted(source, target)
           select ConversionSources.Describe(source, target),
    ];

    private static string[] Split(string pairs) =>
        [.. pairs.ReplaceLineEndings("").Split(';', StringSplitOptions.TrimEntries)];
}
