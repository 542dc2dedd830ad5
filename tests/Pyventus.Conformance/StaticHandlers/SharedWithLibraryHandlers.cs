using Pyventus.Conformance.Library;

namespace Pyventus.Conformance;

/// <summary>Handlers of events that the library handles too, on its linker and on the default one.</summary>
internal static class SharedWithLibraryHandlers
{
    [On("library.shared")]
    internal static void Share(List<string> calls) => calls.Add("conformance shared");

    [On("library.longer")]
    internal static void Shorter(List<string> calls) => calls.Add("conformance");

    [On<LibraryEvent>]
    internal static void Handle(LibraryEvent e) => e.Calls.Add("conformance event");

    [On("linker.noted", Linker = typeof(LibraryLinker))]
    internal static void Note(List<string> calls) => calls.Add("conformance linker");
}
