namespace Pyventus.Aot.Scenarios;

/// <summary>Patterns and derived types, matched by the compiler where it knows the event, and at run time.</summary>
internal static class PatternScenario
{
    public static void Run()
    {
        Transcript.Section("patterns and derived types");
        var linker = new LanguageLinker();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });
        emitter.Emit("stock.counted", 1);
        emitter.Emit("stock.lost", 2);
        emitter.Emit("stock.lost.found", 3L);
        emitter.Emit("stock");
        emitter.Emit("elsewhere", 4);

        emitter.Emit(new Circle(5));
        emitter.Emit(new Square(6));
        emitter.Emit(new Point(7));
        emitter.Emit<object>(new Ellipse(8));

        linker.Subscribe("stock.*", (int number) => Transcript.Line($"dynamic {number}"), new SubscribeOptions { Order = -1 });
        linker.Subscribe<IShape>(shape => Transcript.Line($"dynamic shape {shape.Size}"), new SubscribeOptions { IncludeDerived = true });
        emitter.Emit("stock.counted", 9);
        emitter.Emit(new Point(10));
        Transcript.Throws(() => emitter.Emit(string.Concat("stock", ".*"), 11));
    }

    [On("stock.counted", Linker = typeof(LanguageLinker))]
    internal static void Counted(int number) => Transcript.Line($"counted {number}");

    [On("stock.*", Linker = typeof(LanguageLinker))]
    internal static void Segment() => Transcript.Line($"one segment");

    [On("stock.**", Linker = typeof(LanguageLinker))]
    internal static void Segments(long number = -1) => Transcript.Line($"any segments {number}");

    [Once("*.counted", "stock.*", Linker = typeof(LanguageLinker))]
    internal static void Once(EventContext context) => Transcript.Line($"once {context.EventName}");

    [On(EventPattern.All, Linker = typeof(LanguageLinker), Order = 1)]
    internal static void Everything(EventContext context) => Transcript.Line($"everything {context.Event.Type?.Name ?? context.EventName}");

    [On<Circle>(Linker = typeof(LanguageLinker))]
    internal static void OnCircle(Circle e) => Transcript.Line($"circle {e.Size}");

    [On<Shape>(Linker = typeof(LanguageLinker), IncludeDerived = true)]
    internal static void OnShape(Shape e) => Transcript.Line($"shape {e.GetType().Name}");

    [On<IShape>(Linker = typeof(LanguageLinker), IncludeDerived = true, Order = -1)]
    internal static void OnAny(IShape e) => Transcript.Line($"anything with a size: {e.Size}");

    internal interface IShape
    {
        int Size { get; }
    }

    internal abstract record Shape(int Size) : IShape;

    internal record Circle(int Size) : Shape(Size);

    internal sealed record Square(int Size) : Shape(Size);

    /// <summary>Nothing names it but the emission.</summary>
    internal sealed record Ellipse(int Size) : Circle(Size);

    internal readonly record struct Point(int Size) : IShape;
}
