namespace Pyventus.Conformance.Library;

/// <summary>Handlers that no code of another assembly mentions. They write into the payload, so that they need no state.</summary>
internal static class LibraryHandlers
{
    [On("library.noted")]
    internal static void Note(List<string> calls) => calls.Add("library");

    [On("library.noted", "library.shared", Order = 5)]
    internal static async Task NoteLaterAsync(List<string> calls)
    {
        await Task.Yield();
        calls.Add("library later");
    }

    [On("library.shared")]
    internal static void Share(List<string> calls) => calls.Add("library shared");

    [On("library.longer")]
    internal static void Longer(List<string> calls, int number) => calls.Add($"library {number}");

    [Once("library.once")]
    internal static void Once(List<string> calls) => calls.Add("library once");
}
