namespace Pyventus.Conformance.Streaming;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class ObservableTests(ProcessingWay way) : ConformanceTests(way)
{
    [Test]
    public async Task Event_objects_are_observed_until_the_subscription_is_disposed()
    {
        var observer = new RecordingObserver<OrderPlaced>();
        await using EventEmitter emitter = CreateEmitter();
        IDisposable subscription = Linker.Observe<OrderPlaced>().Subscribe(observer);
        await emitter.EmitAsync(new OrderPlaced(1)).InTime();
        await emitter.EmitAsync(new OrderPlaced(2)).InTime();
        subscription.Dispose();
        await emitter.EmitAsync(new OrderPlaced(3)).InTime();
        Assert.That(observer.Values, Is.EqualTo([new OrderPlaced(1), new OrderPlaced(2)]));
        Assert.That(observer.Ended, Is.False);
        Assert.That(Linker.IsEmpty);
    }

    [Test]
    public async Task The_first_argument_of_a_named_event_is_observed()
    {
        var numbers = new RecordingObserver<int>();
        var contexts = new RecordingObserver<EventContext>();
        await using EventEmitter emitter = CreateEmitter();
        using IDisposable first = Linker.Observe<int>("e").Subscribe(numbers);
        using IDisposable second = Linker.Observe<EventContext>("e").Subscribe(contexts);
        await emitter.EmitAsync("e", 1, "x").InTime();
        await emitter.EmitAsync("e", 2).InTime();
        Assert.That(numbers.Values, Is.EqualTo([1, 2]));
        Assert.That(contexts.Values.Select(static context => context.Arguments.Count), Is.EqualTo([2, 1]));
    }

    [Test]
    public async Task Each_observer_is_a_subscription_of_its_own()
    {
        var first = new RecordingObserver<int>();
        var second = new RecordingObserver<int>();
        await using EventEmitter emitter = CreateEmitter();
        IObservable<int> observable = Linker.Observe<int>("e", new SubscribeOptions { Once = true });
        Assert.That(Linker.IsEmpty, "nothing is subscribed before an observer is");
        using IDisposable one = observable.Subscribe(first);
        await emitter.EmitAsync("e", 1).InTime();
        using IDisposable two = observable.Subscribe(second);
        await emitter.EmitAsync("e", 2).InTime();
        await emitter.EmitAsync("e", 3).InTime();
        Assert.That(first.Values, Is.EqualTo([1]));
        Assert.That(second.Values, Is.EqualTo([2]));
    }

    [Test]
    public async Task What_an_observer_throws_is_a_failure_of_a_handler()
    {
        var observer = new RecordingObserver<int> { Thrown = new InvalidOperationException("on purpose") };
        await using EventEmitter emitter = CreateEmitter();
        var reported = new List<Exception>();
        using IDisposable subscription = Linker.Observe<int>("e", new SubscribeOptions { OnFailure = reported.Add }).Subscribe(observer);
        EmissionResult first = await emitter.EmitAsync("e", 1).InTime();
        await emitter.EmitAsync("e", 2).InTime();
        Assert.That(first.Failures.Single().Exception, Is.SameAs(observer.Thrown));
        Assert.That(first.Failures.Single().Handler, Does.Contain(nameof(RecordingObserver<>)));
        Assert.That(reported, Is.EqualTo([observer.Thrown, observer.Thrown]));
        Assert.That(observer.Values, Is.EqualTo([1, 2]), "the subscription goes on");
        Assert.That(observer.Ended, Is.False);
    }

    [Test]
    public void What_cannot_be_observed_is_refused()
    {
        Assert.That(() => Linker.Observe<int>(null!, null), Throws.ArgumentNullException);
        Assert.That(() => Linker.Observe<int>(" "), Throws.ArgumentException);
        Assert.That(() => Linker.Observe<object>(), Throws.ArgumentException);
        Assert.That(() => Linker.Observe<int>("e").Subscribe(null!), Throws.ArgumentNullException);
    }
}
