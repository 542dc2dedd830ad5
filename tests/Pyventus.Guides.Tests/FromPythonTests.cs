using Pyventus.Guides.Tests.FromPython;

namespace Pyventus.Guides.Tests;

/// <summary>Runs the examples of docs/guides/from-python.md and compares what they print.</summary>
[NonParallelizable]
public sealed class FromPythonTests
{
    private CapturedOutput _output = null!;

    [SetUp]
    public void Capture() => _output = new CapturedOutput();

    [TearDown]
    public void Release() => _output.Dispose();

    [Test]
    public void Optional_parameters_are_filled_in()
    {
        Hello.Run();

        Assert.That(_output.Lines, Is.EqualTo(["Hello, World!", "Hello, Ada!"]));
    }

    [Test]
    public async Task Handlers_are_synchronous_or_asynchronous()
    {
        await Tickets.RunAsync();

        Assert.That(_output.Lines, Is.EqualTo(["ticket 7 opened", "ticket 7 goes to ada"]));
    }

    [Test]
    public void Declared_events_take_named_arguments()
    {
        Hotel.Run();

        Assert.That(_output.Lines, Is.EqualTo(["room 12: 1 nights, breakfast: True"]));
    }

    [Test]
    public async Task Handlers_subscribe_and_unsubscribe_at_run_time()
    {
        await RunTimeTickets.RunAsync();

        Assert.That(_output.Lines, Is.EqualTo(["ticket 7 closed", "ticket 7 archived", "our first!", "ticket 8 archived"]));
        Assert.That(EventLinker.Default.ContainsEvent("ticket.closed"), Is.False);
    }

    [Test]
    public void A_once_handler_of_several_events_runs_once()
    {
        Startup.Run();

        Assert.That(_output.Lines, Is.EqualTo(["cache loaded", "app.started seen", "ConfigChanged seen", "first change", "app.resumed seen"]));
    }

    [Test]
    public void Callbacks_of_an_attribute_get_the_result_or_the_exception()
    {
        Division.Run();

        Assert.That(_output.Lines, Is.EqualTo(["it is 3", "no result: DivideByZeroException"]));
    }

    [Test]
    public void Callbacks_of_a_subscription_run_after_success_or_failure()
    {
        Uploads.Run();

        Assert.That(_output.Lines, Is.EqualTo(["stored", "refused: virus.exe is a program"]));
    }

    [Test]
    public void Event_objects_are_found_by_type()
    {
        Invoices.Run();

        Assert.That(_output.Lines, Is.EqualTo(["invoice 12: 99.90 EUR"]));
    }

    [Test]
    public void Event_objects_can_check_their_data() =>
        Assert.That(() => new InvoicePaid(12, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Exceptions_are_events()
    {
        SignUp.Run();

        Assert.That(_output.Lines, Is.EqualTo(["how about ada2?"]));
    }

    [Test]
    public void Patterns_and_base_types_in_attributes_hear_many_events()
    {
        ShopAudit.Run();

        Assert.That(_output.Lines, Is.EquivalentTo([
            "log: cart.filled",
            "count: cart.filled",
            "log: System.TimeoutException",
            "alarm: the bank does not answer",
        ]));
    }

    [Test]
    public void Patterns_and_base_types_in_subscriptions_hear_many_events()
    {
        RunTimeAudit.Run();

        Assert.That(_output.Lines, Is.EqualTo([
            "parcel.sent(42, Berlin)",
            "System.TimeoutException(System.TimeoutException: no carrier)",
            "no carrier",
        ]));
    }

    [Test]
    public void The_end_of_using_waits_for_an_executor()
    {
        Reports.RunWithUsing();

        Assert.That(_output.Lines, Is.EquivalentTo(["page 1 rendered", "page 1 sent", "page 2 rendered", "page 2 sent", "all done"]));
        Assert.That(_output.Lines[^1], Is.EqualTo("all done"));
    }

    [Test]
    public void Shutdown_waits_for_an_executor()
    {
        Reports.RunWithShutdown();

        Assert.That(_output.Lines, Is.EquivalentTo(["page 3 rendered", "page 3 sent", "page 4 rendered", "page 4 sent", "all done"]));
        Assert.That(_output.Lines[^1], Is.EqualTo("all done"));
    }

    [Test]
    public void Synchronous_code_can_wait_for_asynchronous_handlers()
    {
        Kitchen.ServeInSyncCode();

        Assert.That(_output.Lines, Is.EqualTo(["soup is ready", "served"]));
    }

    [Test]
    public async Task Asynchronous_code_awaits_an_emission()
    {
        await Kitchen.ServeInAsyncCode();

        Assert.That(_output.Lines, Is.EqualTo(["pasta is ready", "served by 1 cook, 0 burnt"]));
    }

    [Test]
    public async Task Asynchronous_code_waits_for_all_emissions()
    {
        await using var emitter = new AsyncEventEmitter();

        await Kitchen.ServeAllAsync(emitter);

        Assert.That(_output.Lines, Is.EquivalentTo(["salad is ready", "cake is ready"]));
        Assert.That(emitter.TaskCount, Is.Zero);
    }

    [Test]
    public async Task A_custom_service_runs_handlers_later()
    {
        await WebRequest.HandleAsync();

        Assert.That(_output.Lines, Is.EqualTo(["response sent", "mail to ada@example.com"]));
    }

    [Test]
    public async Task A_container_owns_an_emitter_and_waits_for_it()
    {
        await Endpoint.RunAsync();

        Assert.That(_output.Lines, Is.EqualTo(["mail to grace@example.com"]));
    }

    [Test]
    public void Emitters_change_at_run_time()
    {
        Notifications.Run();

        Assert.That(_output.Lines, Is.EqualTo(["sent by AsyncEventEmitter", "sent by ExecutorEventEmitter"]));
    }

    [Test]
    public void A_custom_linker_resets_a_password_once()
    {
        Users.Run();

        Assert.That(_output.Lines, Is.EqualTo(["new password for ada@example.com", "welcome, ada@example.com"]));
    }

    [Test]
    public void A_custom_linker_takes_ten_handlers()
    {
        Users.Overflow();

        Assert.That(_output.Lines, Is.EqualTo(["10 handlers, not one more"]));
    }

    [Test]
    public void A_custom_linker_has_default_callbacks()
    {
        Users.Fail();

        Assert.That(_output.Lines, Is.EqualTo(["user event failed: user 1 has open orders"]));
    }

    [Test]
    public void Debug_shows_emissions_on_standard_error()
    {
        Debugging.Run();

        Assert.That(_output.Lines, Is.EqualTo(["job 1", "job 2"]));
        Assert.That(_output.ErrorLines, Is.Not.Empty.And.All.Contains("job.queued"));
        Assert.That(_output.ErrorLines.Count(static line => line.Contains("Emitting", StringComparison.Ordinal)), Is.EqualTo(1));
    }
}
