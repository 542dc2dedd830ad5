namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class DispatchTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task E1_Without_subscribers_nothing_happens()
    {
        await using EventEmitter emitter = CreateEmitter();
        emitter.Emit("nobody");
        emitter.Emit("nobody", 1, "x");
        emitter.Emit(new OrderPlaced(1));
        EmissionResult named = await emitter.EmitAsync("nobody", 1).InTime();
        EmissionResult typed = await emitter.EmitAsync(new OrderPlaced(1)).InTime();
        Assert.That((named.SubscriberCount, named.FailureCount, named.IsSuccess), Is.EqualTo((0, 0, true)));
        Assert.That(typed, Is.EqualTo(named));
    }

    [Test]
    public async Task E1_An_event_whose_last_subscriber_left_is_unhandled()
    {
        Linker.Subscribe("e", (int value) => Record($"{value}")).Dispose();
        await using EventEmitter emitter = CreateEmitter();
        Assert.That((await emitter.EmitAsync("e", "anything").InTime()).SubscriberCount, Is.Zero);
    }

    [Test]
    public async Task E2_Arguments_are_widened_and_passed_by_reference_conversion()
    {
        Linker.Subscribe("e", (double number, IEnumerable<char> text, int? nullable, object boxed) => Record($"{number} {text} {nullable} {boxed}"));
        await using EventEmitter emitter = CreateEmitter();
        (await emitter.EmitAsync("e", 1, "x", (short)2, 'c').InTime()).ThrowIfFailed();
        (await emitter.EmitAsync("e", 1.5f, "y", (int?)null, 3).InTime()).ThrowIfFailed();
        (await emitter.EmitAsync<byte, List<char>?, byte?, string?>("e", 4, null, null, null).InTime()).ThrowIfFailed();
        Assert.That(Calls, Is.EqualTo(["1 x 2 c", "1.5 y  3", "4   "]));
    }

    [Test]
    public async Task E2_Every_number_of_arguments_arrives()
    {
        Linker.Subscribe(["e"], context => Record(string.Join("", context.Arguments)));
        Linker.Subscribe("e", (int a, int b, int c, int d, int e, int f, int g, int h) => Record($"{h}{g}{f}{e}{d}{c}{b}{a}"));
        await using EventEmitter emitter = CreateEmitter();
        await emitter.EmitAsync("e", 1, 2, 3, 4, 5, 6, 7, 8).InTime();
        Assert.That(Calls, Is.EqualTo(["12345678", "87654321"]));
    }

    [Test]
    public async Task E3_An_event_object_is_dispatched_on_its_run_time_type()
    {
        Linker.Subscribe<ArgumentException>(_ => Record("argument"));
        Linker.Subscribe<ArgumentNullException>(_ => Record("null"));
        Linker.Subscribe<Exception>(_ => Record("exception"));
        Linker.Subscribe<int>(value => Record($"int {value}"));
        await using EventEmitter emitter = CreateEmitter();
        Exception argument = new ArgumentException("a");
        await emitter.EmitAsync(argument).InTime();
        await emitter.EmitAsync<object>(new ArgumentNullException("b")).InTime();
        await emitter.EmitAsync<object>(new InvalidOperationException()).InTime();
        await emitter.EmitAsync(new Exception()).InTime();
        await emitter.EmitAsync(5).InTime();
        await emitter.EmitAsync<object>(6).InTime();
        await emitter.EmitAsync<IComparable>(7).InTime();
        await emitter.EmitAsync(DayOfWeek.Friday).InTime();
        Assert.That(Calls, Is.EqualTo(["argument", "null", "exception", "int 5", "int 6", "int 7"]));
    }

    [Test]
    public async Task E3_What_cannot_be_an_event_object_is_refused()
    {
        await using EventEmitter emitter = CreateEmitter();
        object type = typeof(OrderPlaced);
        Assert.That(() => emitter.Emit<object>(null!), Throws.ArgumentNullException);
        Assert.That(() => emitter.Emit<OrderPlaced>(null!), Throws.ArgumentNullException);
        Assert.That(() => emitter.Emit<object>("order.placed"), Throws.ArgumentException.With.Message.Contains("Emit((string)\"order.placed\")"));
        Assert.That(() => emitter.Emit(type), Throws.ArgumentException.With.Message.Contains("new OrderPlaced("));
        Assert.That(() => emitter.Emit(new object()), Throws.ArgumentException);
        Assert.That(() => emitter.Emit(CancellationToken.None), Throws.ArgumentException);
        Assert.That(async () => await emitter.EmitAsync<OrderPlaced>(null!), Throws.ArgumentNullException);
        Assert.That(async () => await emitter.EmitAsync<object>("x"), Throws.ArgumentException);
    }

    [Test]
    public async Task E11_Emitting_never_creates_something_for_a_name_nobody_linked()
    {
        await using EventEmitter emitter = CreateEmitter();
        for (int index = 0; index < 100; index++)
        {
            emitter.Emit($"unknown {index}");
        }

        Assert.That(Linker.IsEmpty);
        Assert.That(Linker.Events, Is.Empty);
    }

    [Test]
    public async Task E_The_context_says_what_is_emitted()
    {
        EventContext? named = null;
        EventContext? typed = null;
        EventContext? shared = null;
        Linker.Subscribe("e", (EventContext context) => named = context);
        Linker.Subscribe("e", (EventContext context) => shared = context);
        Linker.Subscribe([typeof(OrderPlaced)], context => typed = context);
        await using EventEmitter emitter = CreateEmitter();
        DateTimeOffset before = DateTimeOffset.UtcNow;
        await emitter.EmitAsync("e", 1, "x").InTime();
        await emitter.EmitAsync(new OrderPlaced(3)).InTime();
        Assert.That(named!.Event, Is.EqualTo((EventKey)"e"));
        Assert.That(named.EventName, Is.EqualTo("e"));
        Assert.That(named.Arguments, Is.EqualTo(new object[] { 1, "x" }));
        Assert.That(named.Emitter, Is.SameAs(emitter));
        Assert.That(named.Id, Is.Not.EqualTo(Guid.Empty));
        Assert.That(named.Timestamp, Is.InRange(before, DateTimeOffset.UtcNow));
        Assert.That(shared, Is.SameAs(named), "the handlers of an emission share it");
        Assert.That(typed!.Event.Type, Is.EqualTo(typeof(OrderPlaced)));
        Assert.That(typed.EventName, Is.EqualTo(typeof(OrderPlaced).FullName));
        Assert.That(typed.Arguments, Is.EqualTo(new object[] { new OrderPlaced(3) }));
        Assert.That(typed.Id, Is.Not.EqualTo(named.Id));
    }
}
