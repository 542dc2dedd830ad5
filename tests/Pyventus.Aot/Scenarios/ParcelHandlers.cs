using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Aot.Scenarios;

/// <summary>Its constructor is called by generated code; nobody registers it but <c>AddPyventus</c>.</summary>
internal sealed class ParcelHandlers(Mailer mailer, [FromKeyedServices("greeting")] string greeting)
{
    [On("parcel.sent", Linker = typeof(ServiceLinker))]
    internal async Task Notify(int id)
    {
        await Task.Yield();
        mailer.Send($"{greeting}, parcel {id}");
    }

    [On("parcel.sent", Linker = typeof(ServiceLinker), Order = 1)]
    internal static void Track(int id, [Service] Mailer own, [FromKeyedServices("greeting")] string word, [Service] Uri? missing = null) =>
        own.Send($"{word}, tracking of parcel {id}, no service: {missing is null}");
}
