namespace Pyventus.Conformance;

/// <summary>Handlers of a class whose constructor takes a scoped service.</summary>
internal sealed class ScopedHandlers(TrackedService service)
{
    [On("service.scoped", Linker = typeof(LanguageLinker), Order = 1)]
    internal void Second(CallLog log, [Service] TrackedService same, List<int> ids)
    {
        lock (ids)
        {
            ids.Add(service.Id);
        }

        log.Add($"second {same == service}");
    }
}
