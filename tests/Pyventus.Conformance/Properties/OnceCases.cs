using FsCheck;
using FsCheck.Fluent;

namespace Pyventus.Conformance;

/// <summary>Few enough emitters and emissions that each case takes a moment.</summary>
public static class OnceCases
{
    public static Arbitrary<OnceCase> Arbitrary { get; } = Arb.From(
        from emitters in Gen.Choose(2, 8)
        from emissions in Gen.Choose(1, 20)
        from subscribers in Gen.Choose(1, 5)
        from seed in Gen.Choose(0, int.MaxValue)
        select new OnceCase(emitters, emissions, subscribers, seed),
        Shrink);

    private static IEnumerable<OnceCase> Shrink(OnceCase found)
    {
        if (found.Emitters > 2)
        {
            yield return found with { Emitters = found.Emitters - 1 };
        }

        if (found.Emissions > 1)
        {
            yield return found with { Emissions = found.Emissions / 2 };
        }

        if (found.Subscribers > 1)
        {
            yield return found with { Subscribers = found.Subscribers - 1 };
        }
    }
}
