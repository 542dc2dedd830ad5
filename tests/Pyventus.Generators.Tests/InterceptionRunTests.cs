using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>A program does the same with interceptors and without, and what it should.</summary>
internal sealed class InterceptionRunTests
{
    [Test]
    public Task Arguments_are_evaluated_once_and_in_the_order_written() => AssertLogsAsync(
        "emitter, 2, 1, e 1 2, emitter, 3, token, 4, e 3 4",
        """
        public static partial class Entry
        {
            [On("e")] internal static void H(int first, int second) => Log($"e {first} {second}");

            private static async Task Run()
            {
                await using var emitter = new AsyncEventEmitter();
                Note(emitter, "emitter").Emit(arg2: Note(2), eventName: "e", arg1: Note(1));
                await Note(emitter, "emitter").EmitAsync("e", Note(3), cancellationToken: Note(CancellationToken.None, "token"), arg2: Note(4));
            }

            private static T Note<T>(T value, string? name = null) { Log(name ?? (object?)value); return value; }
        }
        """);

    [Test]
    public Task Arguments_of_all_types_arrive() => AssertLogsAsync(
        "int 1, int , text x, text , tuple 1 x, object { A = 1 }, object Private, object 2, list 3, generic String, generic Int32",
        """
        public static partial class Entry
        {
            private sealed class Private { public override string ToString() => "Private"; }

            [On("int")] internal static void Int(int? value) => Log($"int {value}");
            [On("text")] internal static void Text(string? value) => Log($"text {value}");
            [On("tuple")] internal static void Tuple((int Id, string Name) value) => Log($"tuple {value.Id} {value.Name}");
            [On("object")] internal static void Object(object? value) => Log($"object {value}");
            [On("list")] internal static void List(List<dynamic> value) => Log($"list {value[0]}");
            [On("generic")] internal static void Generic(object? value) => Log($"generic {value!.GetType().Name}");

            private static async Task Run()
            {
                using var emitter = new AsyncEventEmitter();
                emitter.Emit("int", 1);
                emitter.Emit("int", (int?)null);
                emitter.Emit("text", "x");
                emitter.Emit("text", (string?)null);
                emitter.Emit("tuple", (Id: 1, Name: "x"));
                emitter.Emit("object", new { A = 1 });
                emitter.Emit("object", new Private());
                emitter.Emit<dynamic>("object", (object)2);
                emitter.Emit("list", new List<dynamic> { 3 });
                Generic(emitter, "x");
                await GenericAsync(emitter, 1);
            }

            private static void Generic<T>(EventEmitter emitter, T value) => emitter.Emit("generic", value);
            private static async Task GenericAsync<T>(EventEmitter emitter, T value) => await emitter.EmitAsync("generic", value);
        }
        """);

    [Test]
    public Task Event_objects_arrive() => AssertLogsAsync(
        "placed 1, moved 2, changed 3, day Monday, changed String, placed 4, null",
        """
        public sealed record Placed(int Id); public record struct Moved(int By); public sealed record Changed<T>(T Value);
        public static partial class Entry
        {
            [On<Placed>] internal static void On(Placed e) => Log($"placed {e.Id}");
            [On<Moved>] internal static void On(Moved e) => Log($"moved {e.By}");
            [On<Changed<int>>] internal static void On(Changed<int> e) => Log($"changed {e.Value}");
            [On<Changed<string>>] internal static void On(Changed<string> e) => Log($"changed {e.Value.GetType().Name}");
            [On<DayOfWeek>] internal static void On(DayOfWeek e) => Log($"day {e}");

            private static async Task Run()
            {
                using var emitter = new AsyncEventEmitter();
                emitter.Emit(new Placed(1));
                emitter.Emit(new Moved(2));
                emitter.Emit(new Changed<int>(3));
                emitter.Emit(DayOfWeek.Monday);
                Generic(emitter, "x");
                await emitter.EmitAsync(@event: new Placed(4));
                try { emitter.Emit((Placed)null!); } catch (ArgumentNullException) { Log("null"); }
            }

            private static void Generic<T>(EventEmitter emitter, T value) => emitter.Emit(new Changed<T>(value));
        }
        """);

    [Test]
    public Task Call_sites_meet_changes_and_other_linkers() => AssertLogsAsync(
        "1 static, 2 static, 2 dynamic, 3 other, 4 static, 5 other, 6 static",
        """
        public sealed class Other : EventLinker;
        public static partial class Entry
        {
            [On("e")] internal static void H(int value) => Log($"{value} static");
            [On("e", Linker = typeof(Other))] internal static void O(int value) => Log($"{value} other");

            private static async Task Run()
            {
                await using var emitter = new AsyncEventEmitter();
                await using var other = new AsyncEventEmitter(new EventEmitterOptions { Linker = EventLinker.Get<Other>() });
                Emit(emitter, 1);
                var subscriber = emitter.Linker.Subscribe("e", (int value) => Log($"{value} dynamic"));
                Emit(emitter, 2);
                Emit(other, 3);
                subscriber.Unsubscribe();
                Emit(emitter, 4);
                Emit(other, 5);
                Emit(emitter, 6);
            }

            private static void Emit(EventEmitter emitter, int value) => emitter.Emit("e", value);
        }
        """);

    [Test]
    public Task Failures_of_a_direct_event_are_reported_and_isolated() => AssertLogsAsync(
        "failed A boom A, failed C boom C, d 1, failed A boom A, failed C boom C, d 2, 5 2",
        """
        public static partial class Entry
        {
            [On("e")] internal static void A(int value) => throw new InvalidOperationException("boom A");
            [On("e")] internal static Task B(int value) => Task.CompletedTask;
            [On("e")] internal static Task C(int value) => Task.FromException(new InvalidOperationException("boom C"));
            [On("e")] internal static void D(int value, CancellationToken token) => Log($"d {value}");
            [On("e")] internal static ValueTask<int> E() => new(7);

            private static async Task Run()
            {
                await using var emitter = new AsyncEventEmitter();
                emitter.HandlerFailed += (_, e) => Log($"failed {e.Handler.Split('.', '(')[1]} {e.Exception.Message}");
                emitter.Emit("e", 1);
                EmissionResult result = await emitter.EmitAsync("e", 2);
                Log($"{result.SubscriberCount} {result.FailureCount}");
            }
        }
        """);

    [Test]
    public Task Emitters_that_are_derived_or_null() => AssertLogsAsync(
        "e 1, e 2, e 3, nothing, NullReferenceException",
        """
        public sealed class Own() : EventEmitter(new AsyncProcessingService(), null)
        {
            public void All() { Emit("e", 1); base.Emit("e", 2); }
        }
        public static partial class Entry
        {
            [On("e")] internal static void H(int value) => Log($"e {value}");

            private static async Task Run()
            {
                await using var own = new Own();
                own.All();
                Constrained(own);
                EventEmitter? nobody = null;
                nobody?.Emit("e", 4);
                Log("nothing");
                try { nobody!.Emit("e", 5); } catch (NullReferenceException e) { Log(e.GetType().Name); }
            }

            private static void Constrained<T>(T emitter) where T : EventEmitter => emitter.Emit("e", 3);
        }
        """);

    private static async Task AssertLogsAsync(string log, string source)
    {
        Assert.That(await RunningProgram.RunAsync(source), Is.EqualTo(log), "without interceptors");
        Assert.That(await RunningProgram.RunInterceptingAsync(source), Is.EqualTo(log), "with interceptors");
    }
}
