using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Benchmarks.Cases.Services;

/// <summary>Calls a handler on an object of a scope of its own.</summary>
internal sealed class ServiceLoops(IServiceProvider services)
{
    private readonly IServiceProvider _services = services;
    private readonly EventEmitter _emitter = services.GetRequiredService<EventEmitter>();

    public void Call(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            using IServiceScope scope = _services.CreateScope();
            scope.ServiceProvider.GetRequiredService<ServiceHandlers>().Handle(Case.Value);
        }
    }

    public void Emit(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            _emitter.Emit("services", Case.Value);
        }
    }
}
