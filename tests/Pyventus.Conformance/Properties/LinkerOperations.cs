using FsCheck;
using FsCheck.Fluent;

namespace Pyventus.Conformance;

/// <summary>Sequences of operations, most of which subscribe or emit.</summary>
public static class LinkerOperations
{
    private static readonly Gen<int> _number = Gen.Choose(0, 99);
    private static readonly Gen<bool> _rarely = Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)));

    public static Arbitrary<LinkerOperation[]> Arbitrary { get; } = Arb.From(
        Gen.Frequency(
            (8, from events in Gen.NonEmptyListOf(_number).Resize(3)
                from order in Gen.Choose(-1, 1)
                from once in _rarely
                from derived in _rarely
                select (LinkerOperation)new LinkerOperation.Subscribe([.. events], order, once, derived)),
            (8, _number.Select(static number => (LinkerOperation)new LinkerOperation.Emit(number))),
            (2, _number.Select(static number => (LinkerOperation)new LinkerOperation.Unsubscribe(number))),
            (3, from number in _number
                from subscriber in _number
                select (LinkerOperation)new LinkerOperation.Remove(number, subscriber)),
            (2, _number.Select(static number => (LinkerOperation)new LinkerOperation.RemoveEvent(number))),
            (1, _rarely.Select(static _ => (LinkerOperation)new LinkerOperation.RemoveAll()))).ArrayOf(),
        Shrink);

    // Halves first, then one less.
    private static IEnumerable<LinkerOperation[]> Shrink(LinkerOperation[] operations)
    {
        if (operations.Length > 3)
        {
            yield return operations[..(operations.Length / 2)];
            yield return operations[(operations.Length / 2)..];
        }

        for (int index = 0; index < operations.Length; index++)
        {
            yield return [.. operations[..index], .. operations[(index + 1)..]];
        }
    }
}
