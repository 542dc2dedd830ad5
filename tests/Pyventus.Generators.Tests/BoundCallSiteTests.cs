using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>Call sites that know their event before they emit it for the first time, when the table of their assembly is the only one.</summary>
internal sealed class BoundCallSiteTests
{
    // The last two do not know the name, but find the event without a search in several tables.
    private static readonly string[] _emissions = ["emitter.Emit(", "await emitter.EmitAsync(", "emitter.Emit(Environment.NewLine[..0] + ", "await emitter.EmitAsync(Environment.NewLine[..0] + "];

    private const string Handlers = """
        #pragma warning disable CS1998
        using System.Reflection;
        using Pyventus.CompilerServices;

        internal static class Handlers
        {
            [On("a")] internal static void A(int value) { Entry.Log($"a {value}"); if (value < 0) { throw new InvalidOperationException(); } }
            [On("b")] internal static void B(int value) => Entry.Log($"b {value}");
        }

        internal static class Linkers
        {
            // Whether nothing was searched in any table.
            internal static bool IsUnsearched(EventLinker linker) => typeof(EventLinker).GetField("_sections", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(linker) is null;
        }

        """;

    private const string Late = """
        internal sealed class LateTable() : LinkerTable("Late", CurrentAbiVersion, "0")
        {
            public override LinkerTableSection? GetSection(Type linkerType) => linkerType == typeof(EventLinker) ? new LateSection(this) : null;
        }

        internal sealed class LateSection(LinkerTable table) : LinkerTableSection(table, namedCount: 1)
        {
            protected override string Names => "a";
            protected override ReadOnlySpan<int> NameEnds => new int[] { 1 };
            protected override TableEvent GetEvent(int index) => LateEvent.Instance;
        }

        internal sealed class LateEvent() : TableEvent<Payload<int>>("a", 1, 1)
        {
            internal static readonly LateEvent Instance = new();
            protected override TableHandler[] CreateHandlers() => [new TableHandler("Late!Late.A(System.Int32)#0", 0, TableHandlerTraits.None)];
            public override void FanOut(ref EmissionFrame frame, in Payload<int> payload) => Entry.Log($"late {payload.Item1}");
            public override ValueTask Invoke(int handler, ref EmissionFrame frame, in Payload<int> payload) { Entry.Log($"late {payload.Item1}"); return default; }
        }
        """;

    [TestCase("", "a 1, a 2, unsearched True", TestName = "Handlers alone")]
    [TestCase("EventLinker.Default.Subscribe(\"a\", (int value) => Entry.Log($\"subscribed {value}\"));", "a 1, a 2, subscribed 2, unsearched False", TestName = "A subscription")]
    [TestCase("EventLinker.Default.Subscribe(\"*\", () => Entry.Log(\"any\"));", "a 1, a 2, any, unsearched False", TestName = "A pattern")]
    [TestCase("LinkerTable.Register(new LateTable());", "a 1, late 2, a 2, unsearched False", TestName = "Another table")]
    [TestCase("EventLinker.Default.RemoveEvent(\"a\");", "a 1, unsearched False", TestName = "A removal")]
    [TestCase("Entry.Log(EventLinker.Default.GetSubscribers(\"a\")[0].Name);", "a 1, TestProject!Handlers.A(System.Int32)#0, a 2, unsearched False", TestName = "A query")]
    [TestCase("emitter.Dispose();", "a 1, rejected, unsearched False", TestName = "The end of the emitter")]
    public async Task A_bound_call_site_sees_what_came_since(string statement, string log)
    {
        string source = $$"""
            {{Handlers}}
            public static partial class Entry
            {
                private static async Task Run()
                {
                    var emitter = new AsyncEventEmitter();
                    await Emit(emitter, 1);
                    {{statement}}
                    try { await Emit(emitter, 2); } catch (EmissionRejectedException) { Log("rejected"); }
                    Log($"unsearched {Linkers.IsUnsearched(EventLinker.Default)}");
                }

                private static async Task Emit(EventEmitter emitter, int value) => EMIT("a", value);
            }
            """;
        await AssertLogsAsync(source, log, Handlers[..Handlers.IndexOf("internal", StringComparison.Ordinal)] + Late);
    }

    [TestCase("EventLinker.Default.Subscribe(\"*\", () => Entry.Log(\"any\"));", "b 1, any", TestName = "A pattern before")]
    [TestCase("EventLinker.Default.Subscribe(\"b\", () => Entry.Log(\"subscribed\"));", "b 1, subscribed", TestName = "A subscription before")]
    [TestCase("EventLinker.Default.RemoveAll();", "", TestName = "A removal before")]
    [TestCase("emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = new EventLinker(defaultOnSuccess: _ => Entry.Log(\"succeeded\")) });", "b 1, succeeded", TestName = "Another linker")]
    [TestCase("emitter = new ExecutorEventEmitter(new ThreadPoolExecutor());", "b 1", TestName = "An executor")]
    public async Task A_call_site_is_not_bound_where_there_is_more_to_do(string statement, string log)
    {
        string source = $$"""
            {{Handlers}}
            public static partial class Entry
            {
                private static async Task Run()
                {
                    EventEmitter emitter = new AsyncEventEmitter();
                    {{statement}}
                    EMIT("b", 1);
                    await emitter.DisposeAsync();
                }
            }
            """;
        await AssertLogsAsync(source, log);
    }

    [Test]
    public Task A_handler_that_throws_is_reported_with_its_name() => AssertLogsAsync(
        Handlers + """
        public static partial class Entry
        {
            private static async Task Run()
            {
                var emitter = new AsyncEventEmitter();
                emitter.HandlerFailed += static (_, failed) => Log($"{failed.Handler} {failed.Exception.GetType().Name}");
                EMIT("a", -1);
            }
        }
        """,
        "a -1, TestProject!Handlers.A(System.Int32)#0 InvalidOperationException");

    [Test]
    public Task A_call_site_passes_arguments_that_no_handler_takes() => AssertLogsAsync(
        """
        #pragma warning disable CS1998
        internal static partial class Events
        {
            [Emits("declared")] internal static partial void Declared(this EventEmitter emitter, int value, string? reason = null);
            [Emits("untaken")] internal static partial void Untaken(this EventEmitter emitter, int value);
            [On("declared")] internal static void D(int value) => Entry.Log($"declared {value}");
            [On("untaken")] internal static Task U() { Entry.Log("untaken"); return Task.CompletedTask; }
        }

        public static partial class Entry
        {
            private static async Task Run()
            {
                var emitter = new AsyncEventEmitter();
                EMIT("declared", 1, (string?)"because");
                EMIT("untaken", 2);
                emitter.Declared(3);
                emitter.Untaken(4);
            }
        }
        """,
        "declared 1, untaken, declared 3, untaken");

    [Test]
    public async Task The_outcome_of_a_bound_call_site_is_that_of_any_other() => Assert.That(
        await RunningProgram.RunInterceptingAloneAsync(Handlers + """
        public static partial class Entry
        {
            private static async Task Run()
            {
                var emitter = new AsyncEventEmitter();
                foreach (int value in new[] { 1, -1, 2 })
                {
                    EmissionResult result = await emitter.EmitAsync("a", value);
                    Log($"{result.SubscriberCount} {result.FailureCount}");
                }

                using var source = new CancellationTokenSource();
                Log($"{(await emitter.EmitAsync("b", 3, source.Token)).SubscriberCount} {Linkers.IsUnsearched(EventLinker.Default)}");
                source.Cancel();
                try { await emitter.EmitAsync("b", 4, source.Token); } catch (OperationCanceledException) { Log("canceled"); }
            }
        }
        """),
        Is.EqualTo("a 1, 1 0, a -1, 1 1, a 2, 1 0, b 3, 1 False, canceled"));

    // EMIT( stands for an emission, awaited or not, of a name that the compiler knows or not.
    private static async Task AssertLogsAsync(string source, string log, params string[] files)
    {
        foreach (string emission in _emissions)
        {
            Assert.That(await RunningProgram.RunInterceptingAloneAsync([source.Replace("EMIT(", emission, StringComparison.Ordinal), .. files]), Is.EqualTo(log), emission);
        }
    }
}
