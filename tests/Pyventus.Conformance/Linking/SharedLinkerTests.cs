namespace Pyventus.Conformance;

public sealed class SharedLinkerTests
{
    [Test]
    public void L5_A_constructor_that_throws_is_asked_again()
    {
        var broken = new InvalidOperationException("The configuration is missing.");
        FragileLinker.Failure = broken;
        Assert.That(EventLinker.Get<FragileLinker>, Throws.Exception.SameAs(broken));
        Assert.That(EventLinker.Get<FragileLinker>, Throws.Exception.SameAs(broken));
        FragileLinker.Failure = null;
        FragileLinker linker = EventLinker.Get<FragileLinker>();
        Assert.That(EventLinker.Get<FragileLinker>(), Is.SameAs(linker));
    }

    private sealed class FragileLinker : EventLinker
    {
        public FragileLinker()
        {
            if (Failure is not null)
            {
                throw Failure;
            }
        }

        public static Exception? Failure { get; set; }
    }
}
