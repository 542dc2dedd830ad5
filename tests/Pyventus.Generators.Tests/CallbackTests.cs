using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>What generated code calls after a handler succeeded or failed.</summary>
internal sealed class CallbackTests
{
    [Test]
    public void Callbacks()
    {
        Generate.From("""
            namespace Shop;

            public static class Static
            {
                [On("divide", OnSuccess = nameof(Show), OnFailure = nameof(Oops))]
                public static double Divide(double a, double b) => a / b;

                [On("divide", OnSuccess = nameof(ShowAsync))]
                public static Task<int> Count() => Task.FromResult(1);

                [Once("divide", OnFailure = nameof(Nothing))]
                public static void Once() { }

                [On("divide")]
                public static void Without() { }

                public static void Show(double result) { }
                public static Task ShowAsync(EventContext context, long result, CancellationToken ct) => Task.CompletedTask;
                public static ValueTask<int> Oops(Exception exception) => new(1);
                public static int Nothing() => 1;
            }

            public sealed class Instance
            {
                [On("save", OnSuccess = nameof(Saved), OnFailure = nameof(Failed))]
                public ValueTask<string?> Save() => new("saved");

                internal Task<string>? Saved(object result, EventContext context) => null;
                internal static void Failed(object exception, EventContext context) { }
            }
            """).MatchesSnapshot();
    }

    [TestCase("int", "void Done(int r) { }", "(int)result!")]
    [TestCase("int", "void Done(double r) { }", "(double)((int)result!)")]
    [TestCase("int", "void Done(int? r) { }", "(int?)((int)result!)")]
    [TestCase("int?", "void Done(int? r) { }", "(int?)result!")]
    [TestCase("string", "void Done(object r) { }", "(object)((string)result!)!")]
    [TestCase("string?", "void Done(string r) { }", "(string)result!")]
    [TestCase("string", "void Done(ReadOnlySpan<char> r) { }", "(global::System.ReadOnlySpan<char>)((string)result!)!")]
    [TestCase("List<string?>", "void Done(IEnumerable<string> r) { }", "(global::System.Collections.Generic.IEnumerable<string>)((global::System.Collections.Generic.List<string?>)result!)!")]
    [TestCase("List<string>", "void Done(IEnumerable<object> r) { }", "(global::System.Collections.Generic.IEnumerable<object>)((global::System.Collections.Generic.List<string>)result!)!")]
    [TestCase("(int A, string? B)", "void Done((int X, string Y) r) { }", "((int X, string Y))result!")]
    [TestCase("dynamic", "void Done(object r) { }", "(object)result!")]
    [TestCase("object", "void Done(dynamic r) { }", "(object)result!")]
    [TestCase("Task<byte>", "void Done(int r) { }", "(int)((byte)result!)")]
    [TestCase("ValueTask<byte>", "void Done(byte r) { }", "(byte)result!")]
    [TestCase("MyTask", "void Done(long r) { }", "(long)((int)result!)")]
    [TestCase("int", "void Done() { }", "")]
    [TestCase("Task", "void Done(CancellationToken t) { }", "frame.CancellationToken")]
    [TestCase("ValueTask", "void Done(CancellationToken t, EventContext c) { }", "frame.CancellationToken, frame.Context")]
    public void A_success_callback_gets_the_result(string result, string callback, string arguments)
    {
        var run = Generate.From($$"""
            class MyTask : Task<int> { public MyTask() : base(() => 1) { } }
            class C
            {
                [On("e", OnSuccess = "Done")] internal static {{result}} H() => default!;
                internal static {{callback}}
            }
            """);

        Assert.That(Text(run), Does.Contain($"case 0: global::C.Done({arguments}); return default;"));
        Assert.That(run.Event().ShortHandlers, Is.EqualTo(new[] { "C.H#0" }));
    }

    [TestCase("Exception r", "(global::System.Exception)exception")]
    [TestCase("object? r", "(object?)exception")]
    [TestCase("dynamic r", "(object)exception")]
    [TestCase("System.Runtime.Serialization.ISerializable r, CancellationToken t", "(global::System.Runtime.Serialization.ISerializable)exception, frame.CancellationToken")]
    [TestCase("", "")]
    public void A_failure_callback_gets_the_exception(string parameters, string arguments)
    {
        var run = Generate.From($$"""
            class C
            {
                [On("e", OnFailure = nameof(Oops))] internal static int H() => 1;
                internal static void Oops({{parameters}}) { }
            }
            """);

        Assert.That(Text(run), Does.Contain($"case 0: global::C.Oops({arguments}); return default;"));
    }

    [TestCase("int Done() => 1", "global::C.Done(); return default;")]
    [TestCase("Task Done() => Task.CompletedTask", "return global::Pyventus.CompilerServices.EmissionFrame.FromTask(global::C.Done());")]
    [TestCase("Task? Done() => null", "return global::Pyventus.CompilerServices.EmissionFrame.FromTask(global::C.Done()!);")]
    [TestCase("Task<int> Done() => Task.FromResult(1)", "return global::Pyventus.CompilerServices.EmissionFrame.FromTask((global::System.Threading.Tasks.Task)global::C.Done());")]
    [TestCase("async ValueTask Done() => await Task.Yield()", "return global::C.Done();")]
    [TestCase("ValueTask<int> Done() => new(1)", "return new global::System.Threading.Tasks.ValueTask(global::C.Done().AsTask());")]
    public void A_callback_may_be_asynchronous(string callback, string statement)
    {
        var run = Generate.From($$"""
            class C
            {
                [On("e", OnSuccess = nameof(Done))] internal static void H() { }
                internal static {{callback}};
            }
            """);

        Assert.That(Text(run), Does.Contain("case 0: " + statement));
    }

    [TestCase("static void Done(int r) { }|static void Done() { }", "global::C.Done((int)result!)")]
    [TestCase("static void Done() { }|static void Done(string r) { }|static void Done(EventContext a, long r) { }", "global::C.Done(frame.Context, (long)((int)result!))")]
    [TestCase("static void Done(string r) { }|static void Done(CancellationToken r) { }|private static void Done(int r) { }", "global::C.Done(frame.CancellationToken)")]
    [TestCase("static void Done<T>(T r) { }|static void Done(int r) { }", "global::C.Done((int)result!)")]
    [TestCase("static void Done(int r, int more = 1) { }|static void Done(object r) { }", "global::C.Done((object)((int)result!))")]
    [TestCase("static async void Done(int r) => await Task.Yield();|static void Done(ref int r) { }|static void Done() { }", "global::C.Done()")]
    public void The_overload_that_fits_is_called(string callbacks, string call)
    {
        string members = string.Join('\n', callbacks.Split('|').Select(static callback => callback.StartsWith("private", StringComparison.Ordinal) ? callback : "internal " + callback));
        var run = Generate.From($$"""
            class C
            {
                [On("e", OnSuccess = nameof(Done))] internal static int H() => 1;
                {{members}}
            }
            """);

        Assert.That(Text(run), Does.Contain($"case 0: {call}; return default;"));
    }

    [Test]
    public async Task Callbacks_run()
    {
        string log = await RunningProgram.RunAsync("""
            public static partial class Entry
            {
                [On("e", OnSuccess = nameof(Show), OnFailure = nameof(Oops))] internal static int H() => 7;
                internal static async Task Show(double result) { await Task.Yield(); Log($"show {result}"); }
                internal static void Show(int result, int more) => Log("wrong");
                internal static ValueTask<int> Oops(object exception) { Log(exception.GetType().Name); return new(1); }

                private static async Task Run()
                {
                    var type = typeof(Entry).Assembly.GetTypes().Single(type => type.BaseType == typeof(Pyventus.CompilerServices.TableEvent<Pyventus.CompilerServices.Payload>));
                    var item = (Pyventus.CompilerServices.TableEvent)type.GetField("Instance", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetValue(null)!;
                    await Succeeded(item);
                    await Failed(item);
                    Log(item.Succeeded(1, 7).IsCompletedSuccessfully);
                }

                private static ValueTask Succeeded(Pyventus.CompilerServices.TableEvent item) => item.Succeeded(0, 7);
                private static ValueTask Succeeded(this Pyventus.CompilerServices.TableEvent item, int handler, object? result)
                {
                    var frame = default(Pyventus.CompilerServices.EmissionFrame);
                    return item.Succeeded(handler, ref frame, result);
                }

                private static ValueTask Failed(Pyventus.CompilerServices.TableEvent item)
                {
                    var frame = default(Pyventus.CompilerServices.EmissionFrame);
                    return item.Failed(0, ref frame, new InvalidOperationException());
                }
            }
            """);

        Assert.That(log, Is.EqualTo("show 7, InvalidOperationException, True"));
    }

    private static string Text(GeneratorRun run) => run.Sources.Single(static source => source.Key.StartsWith("Event.", StringComparison.Ordinal)).Value;
}
