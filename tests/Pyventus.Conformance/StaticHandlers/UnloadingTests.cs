using System.Reflection;
using System.Runtime.CompilerServices;
using Pyventus.Conformance.Library;

namespace Pyventus.Conformance;

[NonParallelizable]
public sealed class UnloadingTests
{
    private readonly EventLinker _linker = new();
    private readonly List<string> _calls = [];
    private readonly List<int> _runs = [];

    [Test]
    public async Task L2_Handlers_of_a_plug_in_come_and_go_with_its_context_and_leave_nothing_behind()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        await emitter.EmitAsync("library.shared", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["conformance shared", "library shared", "library later"]));
        for (int round = 0; round < 2; round++)
        {
            // On a thread of its own: no frame that knows the context is left when it is asked for.
            WeakReference plugin = await DedicatedThread.RunAsync(() => LoadUseAndUnload(emitter));
            AssertCollected(plugin);
        }

        _calls.Clear();
        await emitter.EmitAsync("library.shared", _calls).InTime();
        Assert.That(_calls, Is.EqualTo(["conformance shared", "library shared", "library later"]));
    }

    [Test]
    public async Task L2_A_plug_in_that_is_loaded_again_starts_anew()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        await emitter.EmitAsync("library.instance", _runs).InTime();
        await emitter.EmitAsync("library.instance", _runs).InTime();
        Assert.That(_runs, Is.EqualTo([1, -1, 2]), "the once handler of the library itself is used up");
        for (int round = 0; round < 2; round++)
        {
            _runs.Clear();
            var plugin = new LibraryCopyContext();
            plugin.LoadLibrary();
            await emitter.EmitAsync("library.instance", _runs).InTime();
            plugin.Unload();
            Assert.That(_runs, Is.EquivalentTo([3 + round, 1, -1]), "instances and once-state of the copy are new");
        }
    }

    [Test]
    public async Task L2_Removed_handlers_of_a_plug_in_are_linked_when_it_is_loaded_again()
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        for (int round = 0; round < 2; round++)
        {
            var plugin = new LibraryCopyContext();
            plugin.LoadLibrary();
            Assert.That(_linker.GetSubscribers("library.once"), Has.Count.EqualTo(round == 0 ? 2 : 1));
            Assert.That(_linker.RemoveEvent("library.once"));
            Assert.That(_linker.ContainsEvent("library.once"), Is.False);
            plugin.Unload();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LoadUseAndUnload(EventEmitter emitter)
    {
        var plugin = new LibraryCopyContext();
        Assembly library = plugin.LoadLibrary();
        Assert.That(library, Is.Not.SameAs(typeof(LibraryLinker).Assembly));
        _calls.Clear();
        emitter.EmitAsync("library.shared", _calls).InTime().GetAwaiter().GetResult();
        Assert.That(_calls, Has.Count.EqualTo(5), "both copies of the library are linked");
        emitter.EmitAsync("library.instance", _runs).InTime().GetAwaiter().GetResult();
        Type eventType = library.GetType(typeof(LibraryEvent).FullName!)!;
        object e = Activator.CreateInstance(eventType, _calls)!;
        EmissionResult typed = emitter.EmitAsync(e).InTime().GetAwaiter().GetResult();
        Assert.That(typed.SubscriberCount, Is.EqualTo(1), "the copy's type is an event of its own");
        _linker.Subscribe([eventType], _ => { }).Dispose();
        Assert.That(_linker.Subscribers.Count(subscriber => subscriber.Name.Contains("!Pyventus.Conformance.Library.LibraryHandlers.Share(", StringComparison.Ordinal)), Is.EqualTo(2));
        plugin.Unload();
        _calls.Clear();
        emitter.EmitAsync("library.shared", _calls).InTime().GetAwaiter().GetResult();
        Assert.That(_calls, Is.EqualTo(["conformance shared", "library shared", "library later"]), "its handlers are gone when Unload returns");
        typed = emitter.EmitAsync(e).InTime().GetAwaiter().GetResult();
        Assert.That(typed.SubscriberCount, Is.Zero);
        return new WeakReference(plugin, trackResurrection: true);
    }

    private static void AssertCollected(WeakReference plugin)
    {
        for (int attempt = 0; plugin.IsAlive && attempt < 100; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(plugin.IsAlive, Is.False, "something keeps the load context alive");
    }
}
