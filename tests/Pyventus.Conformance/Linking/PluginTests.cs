using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

public sealed class PluginTests
{
    private readonly List<int> _handled = [];

    [Test]
    public async Task L2_Handlers_of_a_reloaded_plugin_are_linked_again([Values] bool removed)
    {
        var linker = new PluginLinker();
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        for (int round = 1; round <= 3; round++)
        {
            PluginContext plugin = Load();
            Assert.That(linker.GetSubscribers("plugin.event"), Has.Count.EqualTo(1));
            Assert.That((await emitter.EmitAsync("plugin.event", round)).SubscriberCount, Is.EqualTo(1));
            if (removed)
            {
                Assert.That(linker.RemoveAll());
                Assert.That((await emitter.EmitAsync("plugin.event", 0)).SubscriberCount, Is.Zero);
            }

            plugin.Unload();
            Assert.That(linker.IsEmpty);
            Assert.That((await emitter.EmitAsync("plugin.event", 0)).SubscriberCount, Is.Zero);
        }

        Assert.That(_handled, Is.EqualTo([1, 2, 3]));
    }

    [Test]
    public async Task L2_One_assembly_in_two_contexts_has_separate_subscribers()
    {
        var linker = new PluginLinker();
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        PluginContext first = Load();
        PluginContext second = Load();
        IReadOnlyList<EventSubscriber> subscribers = linker.GetSubscribers("plugin.event");
        Assert.That(subscribers, Has.Count.EqualTo(2).And.Unique);
        Assert.That(linker.SubscriberCount, Is.EqualTo(2));
        Assert.That((await emitter.EmitAsync("plugin.event", 1)).SubscriberCount, Is.EqualTo(2));
        Assert.That(linker.RemoveSubscriber(subscribers[0]));
        Assert.That(linker.GetSubscribers("plugin.event"), Is.EqualTo([subscribers[1]]));
        Assert.That((await emitter.EmitAsync("plugin.event", 2)).SubscriberCount, Is.EqualTo(1));
        second.Unload();
        first.Unload();
        Assert.That(linker.IsEmpty);
        Assert.That(_handled, Is.EqualTo([1, 1, 2]));
    }

    [Test]
    public void L2_What_a_plugin_emitted_does_not_keep_its_context_alive([Values("object", "context", "both")] string handler)
    {
        EventLinker linker = EventLinker.CreateEmpty();
        int runs = 0;
        if (handler != "context")
        {
            linker.Subscribe("host.event", (object _) => runs++);
        }

        if (handler != "object")
        {
            linker.Subscribe("host.event", (EventContext _) => runs++);
        }

        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        WeakReference context = EmitFromPlugin(emitter);
        AssertCollected(context);
        Assert.That(runs, Is.EqualTo(linker.SubscriberCount));
    }

    [Test]
    public void L2_An_unloaded_plugin_leaves_nothing_behind_in_a_linker([Values] bool emitted)
    {
        var linker = new PluginLinker();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        AssertCollected(LinkAndUnload(emitter, emitted));
        Assert.That(linker.IsEmpty);
    }

    [Test]
    public void L2_A_plugin_that_went_before_anything_was_linked_leaves_nothing_behind()
    {
        var linker = new PluginLinker();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        AssertCollected(EmitUnlinkedAndUnload(emitter));
        GC.KeepAlive(linker);
    }

    [Test]
    public void L2_A_direct_event_of_a_plugin_goes_with_it()
    {
        var linker = new PluginLinker();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        EmitTarget? target = null;
        var log = new List<string>();
        AssertCollected(EmitDirectlyAndUnload(emitter, ref target, log));
        Assert.That(log, Is.EqualTo(["Plugin!Direct#0", "Plugin!Direct#0"]));
        EmitSite.Emit(emitter, ref target, "plugin.direct", new Payload<List<string>>(log));
        emitter.Emit("plugin.direct", log);
        Assert.That(log, Has.Count.EqualTo(2));
    }

    [Test]
    public void L2_P4_An_event_object_of_a_plugin_that_only_patterns_and_bases_match_does_not_keep_its_context_alive([Values] bool fits)
    {
        EventLinker linker = EventLinker.CreateEmpty();
        int runs = 0;
        linker.Subscribe(EventPattern.All, () => runs++);
        linker.Subscribe((IDisposable _) => runs++, new SubscribeOptions { IncludeDerived = true });
        if (!fits)
        {
            linker.Subscribe(EventPattern.All, (int _) => runs++);
        }

        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        AssertCollected(EmitObjectFromPlugin(emitter));
        Assert.That(runs, Is.EqualTo(fits ? 2 : 0));
        Assert.That(linker.EventCount, Is.EqualTo(2));
    }

    private static void AssertCollected(WeakReference context)
    {
        for (int attempt = 0; attempt < 20 && context.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(context.IsAlive, Is.False);
    }

    // Frames of their own, so that no register or local keeps the context.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference EmitFromPlugin(EventEmitter emitter)
    {
        var plugin = new PluginContext();
        plugin.Emit(emitter);
        return plugin.Unload();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference EmitObjectFromPlugin(EventEmitter emitter)
    {
        var plugin = new PluginContext();
        try
        {
            plugin.EmitObject(emitter);
        }
        catch (EventSignatureException)
        {
            // A subscriber of every event takes something else.
        }

        return plugin.Unload();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LinkAndUnload(EventEmitter emitter, bool emitted)
    {
        PluginContext plugin = Load();
        Assert.That(emitter.Linker.SubscriberCount, Is.EqualTo(1));
        if (emitted)
        {
            emitter.Emit("plugin.event", 1);
        }

        return plugin.Unload();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference EmitUnlinkedAndUnload(EventEmitter emitter)
    {
        PluginContext plugin = Load();
        emitter.Emit("nobody");
        return plugin.Unload();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference EmitDirectlyAndUnload(EventEmitter emitter, ref EmitTarget? target, List<string> log)
    {
        var plugin = new PluginContext();
        plugin.RegisterDirect(typeof(PluginLinker));
        EmitSite.Emit(emitter, ref target, "plugin.direct", new Payload<List<string>>(log));
        emitter.Emit("plugin.direct", log);
        return plugin.Unload();
    }

    private PluginContext Load()
    {
        var plugin = new PluginContext();
        plugin.Register(typeof(PluginLinker), _handled.Add);
        return plugin;
    }

    private sealed class PluginLinker : EventLinker;
}
