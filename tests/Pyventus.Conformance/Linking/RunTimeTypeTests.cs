using System.Text;

namespace Pyventus.Conformance;

/// <summary>Event objects whose type is known at run time only, emitted again and again.</summary>
public sealed class RunTimeTypeTests
{
    private static readonly object[] _events = [.. CreateEvents()];

    [Test]
    public void L7_L8_Each_object_reaches_the_subscribers_that_its_type_has_now()
    {
        EventLinker linker = EventLinker.CreateEmpty();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        var subscribed = new Dictionary<Type, EventSubscriber>();
        var random = new Random(1);
        for (int round = 0; round < 20; round++)
        {
            foreach (object e in _events)
            {
                if (subscribed.Remove(e.GetType(), out EventSubscriber? known))
                {
                    known.Unsubscribe();
                }
                else if (random.Next(2) == 0)
                {
                    subscribed.Add(e.GetType(), linker.Subscribe([new EventKey(e.GetType())], static (EventContext _) => { }));
                }
            }

            foreach (object e in _events)
            {
                int expected = subscribed.ContainsKey(e.GetType()) ? 1 : 0;
                for (int count = 0; count < 2; count++)
                {
                    Assert.That(emitter.EmitAsync(e).AsTask().Result.SubscriberCount, Is.EqualTo(expected), e.GetType().Name);
                }
            }
        }
    }

    // More types than are remembered at a time.
    private static IEnumerable<object> CreateEvents() =>
        from element in new[] { typeof(byte), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(Guid), typeof(Version), typeof(Uri), typeof(StringBuilder) }
        from collection in new[] { typeof(List<>), typeof(Queue<>), typeof(Stack<>), typeof(HashSet<>), typeof(LinkedList<>), typeof(SortedSet<>), typeof(StrongBox<>) }
        select Activator.CreateInstance(collection.MakeGenericType(element))!;

    private sealed class StrongBox<T>
    {
        public T? Value { get; set; }
    }
}
