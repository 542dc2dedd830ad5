using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>
/// The code of a table may have to wait for the module initializer of its assembly, in which another thread may be using
/// the library: here it waits until that thread is done.
/// </summary>
public sealed class TableLockTests
{
    private readonly GuardedLinker _linker;
    private bool _armed;
    private int _visits;

    public TableLockTests()
    {
        Register();
        _linker = new GuardedLinker();
    }

    [TestCase("new linker")]
    [TestCase("register")]
    [TestCase("subscribe")]
    [TestCase("subscribe another")]
    [TestCase("emit")]
    [TestCase("emit unknown")]
    [TestCase("events")]
    [TestCase("subscribers")]
    [TestCase("get subscribers")]
    [TestCase("remove event")]
    [TestCase("remove all")]
    public async Task R7_L2_Code_of_a_table_runs_under_no_lock(string use)
    {
        await using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
        _armed = true;
        await DedicatedThread.RunAsync(() => Use(use, emitter));
        Assert.That(_visits, Is.EqualTo(1));
        EmissionResult result = await emitter.EmitAsync("table.event", 7);
        result.ThrowIfFailed();
        Assert.That(result.SubscriberCount, Is.EqualTo(_linker.GetSubscribers("table.event").Count));
        Assert.That(_linker.ContainsEvent("other"), Is.EqualTo(use != "remove all"));
    }

    private void Use(string use, EventEmitter emitter)
    {
        switch (use)
        {
            case "new linker":
                Assert.That(new GuardedLinker().GetSubscribers("table.event"), Is.Not.Empty);
                break;
            case "register":
                Register();
                break;
            case "subscribe":
                _linker.Subscribe("table.event", (int _) => { });
                break;
            case "subscribe another":
                _linker.Subscribe("another", () => { });
                break;
            case "emit":
                emitter.Emit("table.event", 1);
                break;
            case "emit unknown":
                emitter.Emit("unknown");
                break;
            case "events":
                Assert.That(_linker.Events, Does.Contain((EventKey)"table.event"));
                break;
            case "subscribers":
                Assert.That(_linker.Subscribers, Is.Not.Empty);
                break;
            case "get subscribers":
                Assert.That(_linker.GetSubscribers("table.event"), Is.Not.Empty);
                break;
            case "remove event":
                Assert.That(_linker.RemoveEvent("table.event"));
                break;
            case "remove all":
                Assert.That(_linker.RemoveAll());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(use));
        }
    }

    private void Register() => LinkerTable.Register(
        new TestTable("Guarded", typeof(GuardedLinker), new TestTableEvent<Payload<int>>("table.event", 1, "Guarded!Handler", _ => { }), Enter));

    private void Enter()
    {
        if (!_armed)
        {
            return;
        }

        _armed = false;
        _visits++;
        DedicatedThread.RunAsync(() =>
        {
            // What user code beside the registration may do in a module initializer.
            _linker.Subscribe("table.event", (int _) => { }).Dispose();
            _linker.Subscribe("other", () => { });
            Assert.That(_linker.GetSubscribers("other"), Is.Not.Empty);
            _ = new GuardedLinker();
            Register();
        }).GetAwaiter().GetResult();
    }

    private sealed class GuardedLinker : EventLinker;
}
