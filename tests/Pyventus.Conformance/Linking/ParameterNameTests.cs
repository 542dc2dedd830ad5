namespace Pyventus.Conformance;

/// <summary>The parameter an exception names is one of the method that was called.</summary>
public sealed class ParameterNameTests
{
    private readonly EventLinker _linker = EventLinker.CreateEmpty();

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a*")]
    public void L1_A_bad_name_is_named_after_its_parameter(string? name)
    {
        Assert.That(() => new EventKey(name!), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo(NameOf<EventKey>()));
        Assert.That(() => _linker.Subscribe(name!, () => { }), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo("eventName"));
        Assert.That(() => _linker.Subscribe(name!, (EventContext _) => { }), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo("eventName"));

        static string NameOf<T>() => typeof(T).GetConstructor([typeof(string)])!.GetParameters()[0].Name!;
    }

    [Test]
    public void L8_A_default_key_is_named_after_its_parameter()
    {
        EventSubscriber subscriber = _linker.Subscribe("e", () => { });
        foreach (Action use in new Action[]
        {
            () => _linker.GetSubscribers(default),
            () => _linker.ContainsEvent(default),
            () => _linker.AreLinked(default, subscriber),
            () => _linker.Remove(default, subscriber),
            () => _linker.RemoveEvent(default),
        })
        {
            Assert.That(use, Throws.ArgumentException.With.Property("ParamName").EqualTo("event"));
        }
    }
}
