namespace Pyventus.Conformance.Library.Consumer;

/// <summary>A linker of a library of a library, with handlers there and in the tests.</summary>
public sealed class ConsumerLinker() : EventLinker(maxSubscribers: 3)
{
    [On("cross.named", Linker = typeof(ConsumerLinker))]
    internal static void Named(List<string> calls) => calls.Add("consumer's linker");
}
