namespace Pyventus.Conformance;

internal static class DeclaredEventHandlers
{
    [On("declared", Linker = typeof(LanguageLinker))]
    internal static void Leading(CallLog log, long id) => log.Add($"leading {id}");

    [On("declared", Linker = typeof(LanguageLinker))]
    internal static async Task WholeAsync(CallLog log, int id, string customer, List<int?>? numbers, CancellationToken token)
    {
        await Task.Yield();
        log.Add($"whole {id} {customer} {(numbers is null ? "none" : string.Join('|', numbers))} {token.CanBeCanceled}");
    }
}
