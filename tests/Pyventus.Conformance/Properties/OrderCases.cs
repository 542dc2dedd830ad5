using FsCheck;
using FsCheck.Fluent;

namespace Pyventus.Conformance;

/// <summary>Subscriptions of few orders to names and patterns, most of which match <see cref="Emitted"/>.</summary>
public static class OrderCases
{
    public const string Emitted = "a.b";

    public static Arbitrary<OrderCase[]> Arbitrary { get; } = Arb.From(
        (from order in Gen.Choose(-2, 2)
         from events in Gen.NonEmptyListOf(Gen.Elements(Emitted, "a.*", "*.b", "**", "a.**", "a.c", "b.*")).Resize(3)
         from isAsync in Gen.Elements(true, false)
         from removed in Gen.Choose(1, 5)
         select new OrderCase(order, [.. events], isAsync, removed == 1)).ArrayOf(),
        static subscriptions => Enumerable.Range(0, subscriptions.Length).Select(index => subscriptions.Where((_, other) => other != index).ToArray()));
}
