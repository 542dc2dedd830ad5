namespace Pyventus.Conformance.Library;

/// <summary>Instance handlers, whose instances a linker keeps.</summary>
internal sealed class LibraryInstanceHandlers
{
    private int _runs;

    [On("library.instance")]
    internal void Count(List<int> runs) => runs.Add(++_runs);

    [Once("library.instance")]
    internal Task CountOnceAsync(List<int> runs)
    {
        runs.Add(-1);
        return Task.CompletedTask;
    }
}
