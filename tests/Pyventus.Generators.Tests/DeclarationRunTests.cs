using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>What the generated bodies of declared events do against the real runtime.</summary>
internal sealed class DeclarationRunTests
{
    [Test]
    public async Task Declared_methods_emit_with_named_and_default_arguments()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class ShopEvents
            {
                [Emits("order.placed")] public static partial void OrderPlaced(this EventEmitter emitter, int id, string customer = "guest");
                [Emits("order.placed")] public static partial ValueTask<EmissionResult> OrderPlacedAsync(this EventEmitter emitter, int id, string customer = "guest", CancellationToken ct = default);
            }
            public static partial class Entry
            {
                [On("order.placed")] internal static void Whole(int id, string customer, CancellationToken token) => Log($"{id} {customer} {token.CanBeCanceled}");
                [On("order.placed")] internal static async Task Part(long? id, EventContext context) { Log($"{id} {context.Arguments.Count}"); await Task.CompletedTask; }

                private static async Task Run()
                {
                    using var source = new CancellationTokenSource();
                    await using var emitter = new AsyncEventEmitter();
                    emitter.OrderPlaced(customer: "ada", id: 1);
                    emitter.OrderPlaced(2);
                    var result = await emitter.OrderPlacedAsync(3, ct: source.Token);
                    Log(result.SubscriberCount);
                    emitter.Emit("order.placed", 4);
                }
            }
            """);

        Assert.That(log, Is.EqualTo("1 ada False, 1 2, 2 guest False, 2 2, 3 guest True, 3 2, 2, 4 guest False, 4 2"));
    }

    [Test]
    public async Task Arguments_of_all_kinds_arrive()
    {
        string log = await RunningProgram.RunAsync("""
            internal sealed class HiddenLinker : EventLinker;
            internal sealed record Secret(int Id);

            internal static partial class Events
            {
                [Emits("a", Linker = typeof(HiddenLinker))]
                private static partial void Hidden(this EventEmitter emitter, in Secret secret, params int[] numbers);

                [Emits("b")]
                internal static partial ValueTask<EmissionResult> BAsync(
                    this EventEmitter emitter, CancellationToken token, List<Secret?>? secrets, (int X, dynamic? Y) pair, dynamic other, Guid? id = null, object? none = null);

                [Emits("c")]
                static partial void C(this EventEmitter @this, string @string);

                [Emits("d")]
                internal static partial void D(this EventEmitter emitter, int a, int b, int c, int d, int e, int f, int g, int h);

                internal static void EmitAll(EventEmitter emitter)
                {
                    emitter.Hidden(new Secret(1), 2, 3);
                    emitter.C("c");
                }
            }

            public static partial class Entry
            {
                [On("a", Linker = typeof(HiddenLinker))] internal static void A(Secret secret, IEnumerable<int> numbers) => Log($"{secret.Id} {numbers.Sum()}");
                [On("b")] internal static void B(List<Secret?>? secrets, (int X, object? Y) pair, object other, Guid? id, object? none) => Log($"{secrets!.Count} {pair.X} {pair.Y} {other} {id is null} {none is null}");
                [On("c")] internal static void C(string text) => Log(text);
                [On("d")] internal static void D(int a, int b, int c, int d, int e, int f, int g, int h) => Log(a + b + c + d + e + f + g + h);

                private static async Task Run()
                {
                    using var hidden = new AsyncEventEmitter(new() { Linker = new HiddenLinker() });
                    Events.EmitAll(hidden);
                    using var emitter = new AsyncEventEmitter();
                    Events.EmitAll(emitter);
                    await emitter.BAsync(default, [null], (4, "y"), 5.5);
                    emitter.D(1, 2, 3, 4, 5, 6, 7, 8);
                }
            }
            """);

        Assert.That(log, Is.EqualTo("1 5, c, 1 4 y 5.5 True True, 36"));
    }

    [Test]
    public async Task A_handler_gets_its_own_defaults_for_what_the_event_does_not_carry()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Events { [Emits("e")] public static partial void E(this EventEmitter emitter, int id); }
            public static partial class Entry
            {
                [On("e")] internal static void Longer(int id, string name = "x", int? count = null, int sign = -1, DayOfWeek day = DayOfWeek.Friday, string? none = null) => Log($"{id} {name} {count is null} {sign} {day} {none is null}");
                internal static void Longer(int id) => Log("wrong");
                private static Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    emitter.E(1);
                    return Task.CompletedTask;
                }
            }
            """);

        Assert.That(log, Is.EqualTo("1 x True -1 Friday True"));
    }

    [Test]
    public async Task A_declared_event_without_handlers_can_be_emitted_and_subscribed_to()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Events
            {
                [Emits("quiet")] public static partial ValueTask<EmissionResult> QuietAsync(this EventEmitter emitter, int id);
            }
            public static partial class Entry
            {
                private static async Task Run()
                {
                    var linker = new EventLinker();
                    using var emitter = new AsyncEventEmitter(new() { Linker = linker });
                    Log((await emitter.QuietAsync(1)).SubscriberCount);
                    linker.Subscribe("quiet", (int id) => Log(id));
                    try { linker.Subscribe("quiet", (string id) => Log(id)); } catch (EventSignatureException) { Log("refused"); }
                    Log((await emitter.QuietAsync(2)).SubscriberCount);
                }
            }
            """);

        Assert.That(log, Is.EqualTo("0, refused, 2, 1"));
    }

    [Test]
    public async Task No_emitter_is_an_argument_error()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Events
            {
                [Emits("e")] public static partial void E(this EventEmitter bus);
                [Emits("e")] public static partial ValueTask<EmissionResult> EAsync(this EventEmitter bus);
            }
            public static partial class Entry
            {
                private static async Task Run()
                {
                    try { Events.E(null!); } catch (ArgumentNullException exception) { Log(exception.ParamName); }
                    try { _ = Events.EAsync(null!); } catch (ArgumentNullException exception) { Log(exception.ParamName); }
                    await Task.CompletedTask;
                }
            }
            """);

        Assert.That(log, Is.EqualTo("bus, bus"));
    }

    [Test]
    public async Task Declarations_of_a_library_are_called_by_the_application()
    {
        var library = Generate.From(TestCompilation.Create(
            ["""
            namespace Shop;
            public static partial class ShopEvents { [Emits("order.placed")] public static partial void OrderPlaced(this EventEmitter emitter, int id, string customer = "guest"); }
            """],
            "Library")).Output;
        var application = Generate.From(TestCompilation.Create(
            ["""
            using Shop;
            public static class Entry
            {
                private static string _log = "";
                [On("order.placed")] internal static void Handle(int id, object customer) => _log += $"{id} {customer}";
                public static Task<string> RunAsync()
                {
                    using var emitter = new AsyncEventEmitter();
                    emitter.OrderPlaced(7);
                    return Task.FromResult(_log);
                }
            }
            """],
            "Application",
            [library.ToReference()])).Output;

        using var program = new RunningProgram(library, application);

        Assert.That(await program.InvokeAsync("Entry", "RunAsync"), Is.EqualTo("7 guest"));
    }
}
