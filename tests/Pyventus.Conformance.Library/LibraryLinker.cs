namespace Pyventus.Conformance.Library;

/// <summary>A linker that handlers of two assemblies belong to.</summary>
public sealed class LibraryLinker : EventLinker
{
    [On("linker.noted", Linker = typeof(LibraryLinker))]
    internal static void Note(List<string> calls) => calls.Add("library linker");
}
