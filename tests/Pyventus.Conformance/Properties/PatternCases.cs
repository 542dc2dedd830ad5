using FsCheck;
using FsCheck.Fluent;

namespace Pyventus.Conformance;

/// <summary>Names of few different segments, and patterns made of them, so that about half of the pairs match.</summary>
public static class PatternCases
{
    private static readonly Gen<string> _segment =
        Gen.Frequency((4, Gen.Constant("a")), (3, Gen.Constant("b")), (2, Gen.Constant("ab")), (1, Gen.Constant("")));

    public static Arbitrary<PatternCase> Arbitrary { get; } = Arb.From(
        from count in Gen.Choose(1, 7)
        from name in _segment.ArrayOf(count)
        from pattern in Gen.CollectToArray(name, Disguise)
        let pair = new PatternCase(string.Join('.', pattern.SelectMany(static part => part)), string.Join('.', name))
        where pair.Pattern.Length > 0 && pair.Name.Length > 0
        select pair,
        Shrink);

    // What stands in the pattern for a segment of the name.
    private static Gen<string[]> Disguise(string segment) => Gen.Frequency(
        (6, Gen.Constant<string[]>([segment])),
        (3, Gen.Constant<string[]>(["*"])),
        (2, Gen.Constant<string[]>(["**"])),
        (1, Gen.Constant<string[]>(["**", segment])),
        (1, Gen.Constant<string[]>([])),
        (1, _segment.Select(static other => new[] { other })));

    private static IEnumerable<PatternCase> Shrink(PatternCase pair) =>
    [
        .. Shorten(pair.Pattern).Select(pattern => pair with { Pattern = pattern }),
        .. Shorten(pair.Name).Select(name => pair with { Name = name }),
    ];

    private static IEnumerable<string> Shorten(string path)
    {
        string[] segments = path.Split('.');
        return Enumerable.Range(0, segments.Length)
            .Select(index => string.Join('.', segments.Where((_, other) => other != index)))
            .Where(static shorter => shorter.Length > 0);
    }
}
