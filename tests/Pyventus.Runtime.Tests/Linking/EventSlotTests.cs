using Pyventus.CompilerServices;

namespace Pyventus.Runtime.Tests;

/// <summary>What call sites make of the slots that they keep.</summary>
internal sealed class EventSlotTests
{
    private EmitTarget? _target;

    [Test]
    public void A_call_site_whose_handlers_are_those_of_another_linker_leaves_delegates_direct()
    {
        int sum = 0;
        EventLinker linker = EventLinker.CreateEmpty();
        linker.Subscribe("e", (int value) => sum += value);
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        for (int round = 0; round < 3; round++)
        {
            EmitSite.EmitConverted(emitter, ref _target, "e", new Payload<int>(1), new Payload<long>(1));
        }

        Assert.That(sum, Is.EqualTo(3));
        Assert.That(_target, Is.Null);
        Assert.That(linker.Find("e")!.Direct, Is.InstanceOf<TableEvent<Payload<int>>>());
    }

    [Test]
    public void A_call_site_is_kept_where_delegates_take_what_it_converts_to()
    {
        long sum = 0;
        EventLinker linker = EventLinker.CreateEmpty();
        linker.Subscribe("e", (long value) => sum += value);
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        emitter.Emit("e", 1L);
        EmitSite.EmitConverted(emitter, ref _target, "e", new Payload<int>(1), new Payload<long>(1));

        Assert.That(_target, Is.SameAs(linker.Find("e")));
        EmitSite.EmitConverted(emitter, ref _target, "e", new Payload<int>(1), new Payload<long>(1));
        Assert.That(sum, Is.EqualTo(3));
    }
}
