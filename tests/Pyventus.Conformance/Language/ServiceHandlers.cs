using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Conformance;

internal static class ServiceHandlers
{
    [On("service.scoped", Linker = typeof(LanguageLinker), OnSuccess = nameof(Done))]
    internal static async Task FirstAsync(CallLog log, [Service] TrackedService service, List<int> ids)
    {
        service.Log = log;
        lock (ids)
        {
            ids.Add(service.Id);
        }

        await Task.Yield();
        log.Add("first");
    }

    internal static void Done(EventContext context) => CallLog.Of(context).Add("done");

    [On("service.parameters", Linker = typeof(LanguageLinker))]
    internal static void Parameters(
        [Service] IServiceProvider services,
        CallLog log,
        [FromKeyedServices("greeting")] string greeting,
        [Service] Version? missing,
        [Service] Uri? present,
        [FromKeyedServices(42)] string? missingKey = null) =>
        log.Add($"{services.GetRequiredKeyedService<string>("greeting")} {greeting} {missing is null} {present} {missingKey is null}");

    [On("service.required", Linker = typeof(LanguageLinker))]
    internal static void Required(CallLog log, [Service] Version version) => log.Add($"{version}");
}
