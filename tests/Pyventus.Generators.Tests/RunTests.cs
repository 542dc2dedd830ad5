using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>Generated code runs with the real runtime and does what the declarations say.</summary>
internal sealed class RunTests
{
    [Test]
    public async Task Handlers_get_the_payload_converted_and_in_order()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Entry
            {
                [On("e")] internal static void Whole(int id, string name) => Log($"whole {id} {name}");
                [On("e")] internal static void Wide(long id, object name) => Log($"wide {id} {name}");
                [On("e", Order = -1)] internal static async Task Part(int? id) { await Task.Yield(); Log($"part {id}"); }
                [On("e", Order = 1)] internal static ValueTask None() { Log("none"); return default; }

                private static async Task Run()
                {
                    await using var emitter = new AsyncEventEmitter();
                    await emitter.EmitAsync("e", 7, "ada");
                }
            }
            """);

        // The asynchronous handler began first and may finish at any time.
        Assert.That(log.Split(", "), Has.One.EqualTo("part 7"));
        Assert.That(log.Split(", ").Where(static entry => entry != "part 7"), Is.EqualTo(new[] { "whole 7 ada", "wide 7 ada", "none" }));
    }

    [Test]
    public async Task Overloads_that_would_fit_better_are_not_taken()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Entry
            {
                [On("e")] internal static void H(object a) => Log("object");
                [On("e")] internal static void H(long a) => Log("long");
                [On("e")] internal static void H(int? a) => Log("int?");
                [On("e")] internal static void Exact(int a) => Log("int");
                internal static void H(int a) => Log("wrong");
                internal static void H(string a) => Log("wrong");

                [On("d")] internal static void D(dynamic a) => Log("dynamic");
                internal static void D(string a) => Log("wrong");

                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    emitter.Emit("e", 7);
                    await emitter.EmitAsync("d", (object)"text");
                }
            }
            """);

        Assert.That(log, Is.EqualTo("object, long, int?, int, dynamic"));
    }

    [Test]
    public async Task Default_values_fill_what_is_missing()
    {
        string log = await RunningProgram.RunAsync("""
            public enum Color { Red, Blue = 3 }
            public static partial class Entry
            {
                [On("e")] internal static void H(
                    int a, string b = "q\"\\\n☃😀", char c = '\'', Color d = Color.Blue, decimal e = -1.50m, double f = double.NegativeInfinity, DateTime g = default, long? h = long.MinValue)
                    => Log(string.Join(" ", a, b == "q\"\\\n☃😀", c, d, e, f, g == default, h));

                [On("f")] internal static void I(float a = -0f, int? b = null, string? c = null, (int, int) d = default, sbyte e = -1, nint f = -5, Color g = (Color)9, bool h = true)
                    => Log(string.Join(" ", float.IsNegative(a), b is null, c is null, d, e, f, g, h));

                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    await emitter.EmitAsync("e", 1);
                    await emitter.EmitAsync("f");
                }
            }
            """);

        Assert.That(log, Is.EqualTo($"1 True ' Blue -1.50 {double.NegativeInfinity} True -9223372036854775808, True True True (0, 0) -1 -5 9 True"));
    }

    [Test]
    public async Task Special_parameters_are_filled()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Entry
            {
                [On("e")] internal static void H(CancellationToken token, int a, EventContext context) =>
                    Log($"{token.CanBeCanceled} {context.EventName} {context.Arguments.Count} {a}");

                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    using var source = new CancellationTokenSource();
                    await emitter.EmitAsync("e", 3, source.Token);
                }
            }
            """);

        Assert.That(log, Is.EqualTo("True e 1 3"));
    }

    [Test]
    public async Task Event_objects_reach_the_handlers_of_their_type()
    {
        string log = await RunningProgram.RunAsync("""
            public record Base(int Id);
            public sealed record Placed(int Id) : Base(Id);
            public readonly record struct Moved<T>(T To);
            public static class Outer { public record Placed(int Id); }
            public static partial class Entry
            {
                [On<Placed>] internal static void Exact(Placed e) => Log($"exact {e.Id}");
                [On<Placed>] internal static void AsBase(Base e) => Log($"base {e.Id}");
                [On<Outer.Placed>] internal static void Namesake(Outer.Placed e) => Log($"namesake {e.Id}");
                [On(typeof(Moved<int>))] internal static void Boxed(IEquatable<Moved<int>> e) => Log($"boxed {e}");
                [On<Moved<string>>] internal static void Other() => Log("wrong");
                [On<int[]>] internal static void Array(int[] e) => Log($"array {e.Length}");
                [On<(int, string)>] internal static void Tuple((int Id, string Name) e) => Log($"tuple {e.Name}");

                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    emitter.Emit(new Placed(1));
                    emitter.Emit(new Outer.Placed(2));
                    emitter.Emit(new Moved<int>(3));
                    emitter.Emit(new int[4]);
                    await emitter.EmitAsync((5, "five"));
                }
            }
            """);

        Assert.That(log, Is.EqualTo("exact 1, base 1, namesake 2, boxed Moved { To = 3 }, array 4, tuple five"));
    }

    [Test]
    public async Task A_failing_handler_does_not_stop_the_others()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Entry
            {
                [On("e")] internal static void Sync() => throw new InvalidOperationException("sync");
                [On("e")] internal static async Task Async() { await Task.Yield(); throw new InvalidOperationException("async"); }
                [On("e")] internal static ValueTask<int> Value() => throw new InvalidOperationException("value");
                [On("e")] internal static Task? Null() => null;
                [On("e")] internal static void Last() => Log("last");

                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    var result = await emitter.EmitAsync("e");
                    foreach (var failure in result.Failures.OrderBy(f => f.Handler, StringComparer.Ordinal)) { Log($"{failure.Handler} {failure.Exception.GetType().Name}"); }
                }
            }
            """);

        Assert.That(log, Is.EqualTo(
            "last, TestProject!Entry.Async()#0 InvalidOperationException, TestProject!Entry.Null()#0 InvalidOperationException, "
            + "TestProject!Entry.Sync()#0 InvalidOperationException, TestProject!Entry.Value()#0 InvalidOperationException"));
    }

    [Test]
    public async Task A_once_handler_runs_once_for_all_its_events()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Entry
            {
                [Once("a", "b")] internal static void Once() => Log("once");
                [On("a", "b")] internal static void Always() => Log("always");

                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    await emitter.EmitAsync("b");
                    await emitter.EmitAsync("a");
                    await emitter.EmitAsync("b");
                }
            }
            """);

        Assert.That(log, Is.EqualTo("once, always, always, always"));
    }

    [Test]
    public async Task Instance_handlers_come_from_the_provider_or_their_constructor()
    {
        string log = await RunningProgram.RunAsync("""
            public sealed class Plain { private int _count; [On("e")] internal void H() => Entry.Log($"plain {++_count}"); }
            public sealed class Injected(string text) { [On("e")] internal void H() => Entry.Log($"injected {text}"); }
            public abstract class Template { [On("e")] public virtual void H() => Entry.Log("wrong"); }
            public sealed class Derived : Template { public override void H() => Entry.Log("derived"); }
            public sealed class Provider : IServiceProvider
            {
                public object? GetService(Type type) => type == typeof(Injected) ? new Injected("service") : type == typeof(Template) ? new Derived() : null;
            }
            public static partial class Entry
            {
                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Services = new Provider(), Linker = new EventLinker() });
                    await emitter.EmitAsync("e");
                    await emitter.EmitAsync("e");
                }
            }
            """);

        Assert.That(log, Is.EqualTo("injected service, plain 1, derived, injected service, plain 2, derived"));
    }

    [Test]
    public async Task Linkers_are_namespaces()
    {
        string log = await RunningProgram.RunAsync("""
            public sealed class MyLinker : EventLinker;
            internal sealed class HiddenLinker : EventLinker;
            public static partial class Entry
            {
                [On("e")] internal static void Default() => Log("default");
                [On("e", Linker = typeof(MyLinker))] internal static void Mine(string a) => Log($"mine {a}");
                [On("e", Linker = typeof(HiddenLinker))] internal static void Hidden(int a) => Log($"hidden {a}");

                private static async Task Run()
                {
                    await new AsyncEventEmitter(new() { Linker = new MyLinker() }).EmitAsync("e", "x");
                    await new AsyncEventEmitter(new() { Linker = new HiddenLinker() }).EmitAsync("e", 5);
                    await new AsyncEventEmitter(new() { Linker = EventLinker.CreateEmpty() }).EmitAsync("e");
                    await new AsyncEventEmitter(new() { Linker = new EventLinker() }).EmitAsync("e");
                }
            }
            """);

        Assert.That(log, Is.EqualTo("mine x, hidden 5, default"));
    }

    [Test]
    public async Task Any_name_is_found()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Entry
            {
                [On("a", "a.b", "A", "\ud800", "\ud801", "\0", "☃😀", "\"", "z\uffff")] internal static void H(EventContext context) => Log(string.Join("", context.EventName.Select(c => (int)c)));

                private static async Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    foreach (string name in new[] { "a", "a.b", "A", "\ud800", "\ud801", "\0", "☃😀", "\"", "z\uffff", "b", "\ud802", "aA" }) { await emitter.EmitAsync(name); }
                }
            }
            """);

        Assert.That(log, Is.EqualTo("97, 974698, 65, 55296, 55297, 0, 97315535756832, 34, 12265535"));
    }

    [Test]
    public async Task A_thousand_events_are_found()
    {
        string handlers = string.Concat(Enumerable.Range(0, 1_100).Select(static index => $"[On(\"event.{index}\")] internal static void H{index}(int id) => Sum += id + {index};\n"));
        string log = await RunningProgram.RunAsync($$"""
            public static partial class Entry
            {
                private static long Sum;
                {{handlers}}
                private static Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    for (int index = 0; index < 1_200; index++) { emitter.Emit("event." + index, 1); }
                    Log(Sum);
                    return Task.CompletedTask;
                }
            }
            """);

        Assert.That(log, Is.EqualTo($"{1_100 + (1_099 * 1_100 / 2)}"));
    }
}
