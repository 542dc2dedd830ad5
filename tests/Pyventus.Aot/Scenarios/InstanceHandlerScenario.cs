namespace Pyventus.Aot.Scenarios;

/// <summary>Instance handlers: created by generated code, or from a service provider.</summary>
internal static class InstanceHandlerScenario
{
    public static async Task RunAsync()
    {
        Transcript.Section("instance handlers");
        await using (var emitter = new AsyncEventEmitter())
        {
            emitter.Emit("counter.incremented");
            emitter.Emit("counter.incremented");
            Transcript.Result("invoice.due", await emitter.EmitAsync("invoice.due", 5));
        }

        var services = new SingleServiceProvider(new InvoiceHandlers("from the provider"));
        await using (var emitter = new AsyncEventEmitter(new EventEmitterOptions { Services = services }))
        {
            emitter.Emit("counter.incremented");
            Transcript.Result("invoice.due", await emitter.EmitAsync("invoice.due", 6));
        }
    }
}
