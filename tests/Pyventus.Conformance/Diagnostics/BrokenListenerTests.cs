using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.Loader;

namespace Pyventus.Conformance;

/// <summary>A listener that throws when it is told of the instruments, which are made once per process: here in a copy of the library.</summary>
public sealed class BrokenListenerTests
{
    [Test]
    public void It_costs_the_telemetry_and_nothing_else()
    {
        using var error = new CapturedStandardError();
        Thread here = Thread.CurrentThread;
        using var listener = new MeterListener();
        listener.Start();
        listener.InstrumentPublished = (instrument, _) =>
        {
            // The instruments of the library itself may be made now too, by another test.
            if (instrument.Meter.Name == "Pyventus" && Thread.CurrentThread == here)
            {
                throw new InvalidOperationException("broken when published");
            }
        };
        Assembly copy = new AssemblyLoadContext("Pyventus copy").LoadFromAssemblyPath(typeof(EventEmitter).Assembly.Location);
        Type type = copy.GetType(typeof(AsyncEventEmitter).FullName!, throwOnError: true)!;
        using var emitter = (IDisposable)Activator.CreateInstance(type, [null, null])!;
        MethodInfo emit = type.GetMethod(nameof(EventEmitter.Emit), [typeof(string)])!;
        Assert.That(() => emit.Invoke(emitter, ["nobody"]), Throws.Nothing);
        Assert.That(() => emit.Invoke(emitter, ["nobody"]), Throws.Nothing);
        Assert.That(error.ToString().Split("broken when published"), Has.Length.EqualTo(2), "said once");
    }
}
