using System.Threading.Channels;

namespace Pyventus.Conformance.Streaming;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class StreamTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task Event_objects_are_read_in_the_order_in_which_they_were_emitted()
    {
        await using EventEmitter emitter = CreateEmitter();
        IAsyncEnumerable<OrderPlaced> stream = Linker.StreamAsync<OrderPlaced>();
        Assert.That(Linker.IsEmpty, "nothing is subscribed before somebody reads");
        await using IAsyncEnumerator<OrderPlaced> reader = stream.GetAsyncEnumerator();
        ValueTask<bool> read = reader.MoveNextAsync();
        Assert.That(Linker.SubscriberCount, Is.EqualTo(1));
        for (int id = 0; id < 10; id++)
        {
            (await emitter.EmitAsync(new OrderPlaced(id)).InTime()).ThrowIfFailed();
        }

        for (int id = 0; id < 10; id++)
        {
            Assert.That(await read.InTime());
            Assert.That(reader.Current, Is.EqualTo(new OrderPlaced(id)));
            read = id < 9 ? reader.MoveNextAsync() : default;
        }
    }

    [Test]
    public async Task The_first_argument_or_the_context_of_a_named_event_is_read()
    {
        await using EventEmitter emitter = CreateEmitter();
        await using IAsyncEnumerator<int> numbers = Linker.StreamAsync<int>("e").GetAsyncEnumerator();
        await using IAsyncEnumerator<EventContext> contexts = Linker.StreamAsync<EventContext>("e").GetAsyncEnumerator();
        ValueTask<bool> number = numbers.MoveNextAsync();
        ValueTask<bool> context = contexts.MoveNextAsync();
        await emitter.EmitAsync("e", 1, "x").InTime();
        Assert.That(await number.InTime() && await context.InTime());
        Assert.That(numbers.Current, Is.EqualTo(1));
        Assert.That(contexts.Current.Arguments, Is.EqualTo(new object[] { 1, "x" }));
    }

    [Test]
    public async Task A_full_buffer_holds_up_who_awaits_the_emission()
    {
        await using EventEmitter emitter = CreateEmitter();
        await using IAsyncEnumerator<int> reader = Linker.StreamAsync<int>("e", new StreamOptions { Capacity = 1 }).GetAsyncEnumerator();
        ValueTask<bool> read = reader.MoveNextAsync();
        await emitter.EmitAsync("e", 1).InTime();
        Assert.That(await read.InTime());
        await emitter.EmitAsync("e", 2).InTime();
        Task<EmissionResult> waiting = emitter.EmitAsync("e", 3).AsTask();
        Assert.That(waiting.IsCompleted, Is.False);
        Assert.That(await reader.MoveNextAsync().InTime());
        (await waiting.InTime()).ThrowIfFailed();
        Assert.That(await reader.MoveNextAsync().InTime());
        Assert.That(reader.Current, Is.EqualTo(3));
    }

    [TestCase(BoundedChannelFullMode.DropOldest, 3, 4)]
    [TestCase(BoundedChannelFullMode.DropNewest, 2, 4)]
    [TestCase(BoundedChannelFullMode.DropWrite, 2, 3)]
    public async Task A_full_buffer_drops_what_the_options_say(BoundedChannelFullMode mode, int first, int second)
    {
        await using EventEmitter emitter = CreateEmitter();
        await using IAsyncEnumerator<int> reader = Linker.StreamAsync<int>("e", new StreamOptions { Capacity = 2, FullMode = mode }).GetAsyncEnumerator();
        ValueTask<bool> read = reader.MoveNextAsync();
        await emitter.EmitAsync("e", 1).InTime();
        Assert.That(await read.InTime());
        for (int number = 2; number <= 4; number++)
        {
            (await emitter.EmitAsync("e", number).InTime()).ThrowIfFailed();
        }

        var rest = new List<int>();
        for (int index = 0; index < 2; index++)
        {
            Assert.That(await reader.MoveNextAsync().InTime());
            rest.Add(reader.Current);
        }

        Assert.That(rest, Is.EqualTo([first, second]));
    }

    [Test]
    public async Task Leaving_the_loop_unsubscribes_and_lets_go_who_waits()
    {
        await using EventEmitter emitter = CreateEmitter();
        IAsyncEnumerator<int> reader = Linker.StreamAsync<int>("e", new StreamOptions { Capacity = 1 }).GetAsyncEnumerator();
        ValueTask<bool> read = reader.MoveNextAsync();
        await emitter.EmitAsync("e", 1).InTime();
        Assert.That(await read.InTime());
        await emitter.EmitAsync("e", 2).InTime();
        Task<EmissionResult> waiting = emitter.EmitAsync("e", 3).AsTask();
        await reader.DisposeAsync().InTime();
        Assert.That((await waiting.InTime()).IsSuccess, "an event that nobody reads any more is no failure");
        Assert.That(Linker.IsEmpty);
        Assert.That((await emitter.EmitAsync("e", 4).InTime()).SubscriberCount, Is.Zero);
    }

    [Test]
    public async Task A_cancellation_delivers_what_was_written_and_ends_the_stream()
    {
        await using EventEmitter emitter = CreateEmitter();
        using var source = new CancellationTokenSource();
        await using IAsyncEnumerator<int> reader = Linker.StreamAsync<int>("e", null, source.Token).GetAsyncEnumerator();
        ValueTask<bool> read = reader.MoveNextAsync();
        await emitter.EmitAsync("e", 1).InTime();
        Assert.That(await read.InTime());
        await emitter.EmitAsync("e", 2).InTime();
        await source.CancelAsync();
        Assert.That(Linker.IsEmpty, "unsubscribed at once");
        await emitter.EmitAsync("e", 3).InTime();
        Assert.That(await reader.MoveNextAsync().InTime());
        Assert.That(reader.Current, Is.EqualTo(2));
        Assert.That(async () => await reader.MoveNextAsync().InTime(), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_waiting_reader_is_cancelled_by_either_token([Values] bool isOfEnumerator)
    {
        using var source = new CancellationTokenSource();
        IAsyncEnumerable<int> stream = Linker.StreamAsync<int>("e", null, isOfEnumerator ? CancellationToken.None : source.Token);
        await using IAsyncEnumerator<int> reader = stream.GetAsyncEnumerator(isOfEnumerator ? source.Token : CancellationToken.None);
        Task<bool> read = reader.MoveNextAsync().AsTask();
        await source.CancelAsync();
        Assert.That(async () => await read.InTime(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Linker.IsEmpty);
    }

    [Test]
    public async Task The_token_of_the_emission_ends_the_wait_for_room()
    {
        await using EventEmitter emitter = CreateEmitter();
        using var source = new CancellationTokenSource();
        await using IAsyncEnumerator<int> reader = Linker.StreamAsync<int>("e", new StreamOptions { Capacity = 1 }).GetAsyncEnumerator();
        ValueTask<bool> read = reader.MoveNextAsync();
        await emitter.EmitAsync("e", 1).InTime();
        Assert.That(await read.InTime());
        await emitter.EmitAsync("e", 2).InTime();
        Task waiting = emitter.EmitAsync("e", 3, source.Token).AsTask();
        await source.CancelAsync();
        Assert.That(async () => await waiting.InTime(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await reader.MoveNextAsync().InTime());
        Assert.That(reader.Current, Is.EqualTo(2));
    }

    [Test]
    public async Task Each_enumeration_is_a_subscription_of_its_own()
    {
        await using EventEmitter emitter = CreateEmitter();
        IAsyncEnumerable<int> stream = Linker.StreamAsync<int>("e");
        await using IAsyncEnumerator<int> first = stream.GetAsyncEnumerator();
        await using IAsyncEnumerator<int> second = stream.GetAsyncEnumerator();
        ValueTask<bool> firstRead = first.MoveNextAsync();
        ValueTask<bool> secondRead = second.MoveNextAsync();
        Assert.That((await emitter.EmitAsync("e", 1).InTime()).SubscriberCount, Is.EqualTo(2));
        Assert.That(await firstRead.InTime() && await secondRead.InTime());
        Assert.That((first.Current, second.Current), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task The_order_is_that_of_the_options()
    {
        await using EventEmitter emitter = CreateEmitter();
        await using IAsyncEnumerator<int> reader = Linker.StreamAsync<int>("e", new StreamOptions { Order = -1 }).GetAsyncEnumerator();
        EventSubscriber plain = Linker.Subscribe("e", static (int _) => { });
        ValueTask<bool> read = reader.MoveNextAsync();
        Assert.That(Linker.GetSubscribers("e").Select(static subscriber => subscriber.Order), Is.EqualTo([-1, 0]));
        Assert.That(Linker.GetSubscribers("e")[1], Is.SameAs(plain));
        await emitter.EmitAsync("e", 1).InTime();
        Assert.That(await read.InTime());
    }

    [Test]
    public void What_cannot_be_streamed_is_refused()
    {
        Assert.That(() => Linker.StreamAsync<int>(null!, null, default), Throws.ArgumentNullException);
        Assert.That(() => Linker.StreamAsync<int>(" "), Throws.ArgumentException);
        Assert.That(() => Linker.StreamAsync<object>(), Throws.ArgumentException);
        Assert.That(() => Linker.StreamAsync<int>("e", new StreamOptions { Capacity = 0 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Linker.StreamAsync<int>(new StreamOptions { FullMode = (BoundedChannelFullMode)9 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
