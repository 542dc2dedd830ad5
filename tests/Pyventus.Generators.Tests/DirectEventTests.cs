using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>Which events can be run without an emission, and which handlers an <c>Action</c> can stand for.</summary>
internal sealed class DirectEventTests
{
    [TestCase("[On(\"e\")] internal static void H() { }")]
    [TestCase("[On(\"e\")] internal static int H(int a, string b) => a;")]
    [TestCase("[On(\"e\")] internal static void H(int a, CancellationToken token) { }", false)]
    [TestCase("[On(\"e\")] internal static void H(int a, int b = 2) { }")]
    [TestCase("[On(\"e\")] internal static object H(dynamic a) => a;")]
    [TestCase("[On(\"e\"), On(\"f\")] internal static void H() { }")]
    [TestCase("[On(\"e\")] internal static void H(int a) { } [Once(\"e\")] internal static async Task O(EventContext context) { await Task.Yield(); }")]
    [TestCase("[On(\"e\")] internal static Task H(int a) => Task.CompletedTask;", false)]
    [TestCase("[On<Uri>] internal static void H(Uri e) { }")]
    [TestCase("[On<object[]>(IncludeDerived = true)] internal static void H(object[] e) { }")]
    public void Events_that_are_direct(string handlers, bool hasActions = true) => AssertDirect(handlers, isDirect: true, hasActions);

    [TestCase("[Once(\"e\")] internal static void H() { }")]
    [TestCase("[On(\"e\")] internal void H() { }")]
    [TestCase("[On(\"e\")] internal static void H(EventContext context) { }")]
    [TestCase("[On(\"e\")] internal static void H([Service] Version version) { }")]
    [TestCase("[On(\"e\", ForceAsync = true)] internal static void H() { }")]
    [TestCase("[On(\"e\", OnSuccess = nameof(Done))] internal static void H() { } private protected static void Other() { } internal static void Done() { }")]
    [TestCase("[On(\"e\", OnFailure = nameof(Done))] internal static void H() { } internal static void Done(Exception e) { }")]
    [TestCase("[On(\"e\")] internal static async Task H() { await Task.Yield(); }")]
    [TestCase("[On(\"e\")] internal static Task H() => Task.Run(() => { });")]
    [TestCase("[On(\"e\")] internal static void H() { } [On(\"e\")] internal static Task I() => Task.Delay(1);", true)]
    [TestCase("[On(\"e.*\")] internal static void H() { }", true)]
    public void Events_that_are_not(string handlers, bool hasActions = false) => AssertDirect(handlers, isDirect: false, hasActions);

    [TestCase("Task H() => Task.CompletedTask;")]
    [TestCase("ValueTask H() => ValueTask.CompletedTask;")]
    [TestCase("ValueTask H() => default;")]
    [TestCase("ValueTask H() => default(ValueTask);")]
    [TestCase("ValueTask H() { return default; }")]
    [TestCase("ValueTask H() => new();")]
    [TestCase("ValueTask H() => new ValueTask();")]
    [TestCase("ValueTask<int> H() => new(1);")]
    [TestCase("ValueTask<int> H() => new ValueTask<int>(1);")]
    [TestCase("ValueTask<int> H() => ValueTask.FromResult(1);")]
    [TestCase("Task<int> H() => Task.FromResult(1);")]
    [TestCase("Task<object> H() => Task.FromResult<object>(1);")]
    [TestCase("Task H() => Task.FromResult(1);")]
    [TestCase("Task H() => Task.FromException(new InvalidOperationException());")]
    [TestCase("Task H() => Task.FromCanceled(new CancellationToken(true));")]
    [TestCase("Task H() => throw new InvalidOperationException();")]
    [TestCase("Task H() { throw new InvalidOperationException(); }")]
    [TestCase("Task H() => (DateTime.Now.Ticks > 0 ? Task.CompletedTask : Task.FromResult(1));")]
    [TestCase("Task H() { if (DateTime.Now.Ticks > 0) { return Task.CompletedTask; } return System.Threading.Tasks.Task.CompletedTask; }")]
    [TestCase("Task H() { Func<Task> f = () => Task.Delay(1); Task G() { return f(); } _ = G(); return Task.CompletedTask; }")]
    [TestCase("async Task H() { Func<Task> f = async () => await Task.Yield(); f(); }")]
    [TestCase("async Task<int> H() => 1;")]
    public void Tasks_that_have_always_completed(string handler) => Assert.That(HasAsyncTrait(handler), Is.False);

    [TestCase("Task H() => Task.Delay(1);")]
    [TestCase("Task H() { return G(); } static Task G() => Task.CompletedTask;")]
    [TestCase("Task H() { var task = Task.CompletedTask; return task; }")]
    [TestCase("Task H() { if (DateTime.Now.Ticks > 0) { return Task.CompletedTask; } return Task.Delay(1); }")]
    [TestCase("Task H() => DateTime.Now.Ticks > 0 ? Task.CompletedTask : Task.Delay(1);")]
    [TestCase("Task H() => new(() => { });")]
    [TestCase("ValueTask H() => new(Task.Delay(1));")]
    [TestCase("ValueTask<int> H() => new(Task.FromResult(1));")]
    [TestCase("Task H() => Mine.CompletedTask; static class Mine { public static Task CompletedTask => Task.Delay(1); }")]
    [TestCase("Task<int> H() => Mine.FromResult(1); static class Mine { public static Task<int> FromResult(int value) => Task.Run(() => value); }")]
    [TestCase("Task H() => default(Mine); struct Mine { public static implicit operator Task(Mine _) => Task.Delay(1); }")]
    [TestCase("Task H() => new Mine(); sealed class Mine() : Task(static () => { });")]
    [TestCase("Mine H() => new Mine(); internal sealed class Mine() : Task(static () => { });")]
    [TestCase("async Task H() => await Task.Yield();")]
    [TestCase("async Task H() { await foreach (var item in G()) { } } static async IAsyncEnumerable<int> G() { await Task.Yield(); yield return 1; }")]
    [TestCase("async Task H() { await using var item = new Mine(); } sealed class Mine : IAsyncDisposable { public ValueTask DisposeAsync() => new(Task.Delay(1)); }")]
    [TestCase("async Task H() { await using (new Mine()) { } } sealed class Mine : IAsyncDisposable { public ValueTask DisposeAsync() => new(Task.Delay(1)); }")]
    public void Tasks_that_may_not_have(string handler) => Assert.That(HasAsyncTrait(handler), Is.True);

    [TestCase("Task H() => Task.CompletedTask;")]
    [TestCase("ValueTask H() => ValueTask.CompletedTask;")]
    [TestCase("ValueTask H() => default;")]
    [TestCase("ValueTask H() => default(ValueTask);")]
    [TestCase("ValueTask<int> H() => new(1);")]
    [TestCase("Task<int> H() => Task.FromResult(1);")]
    [TestCase("Task? H() => Task.CompletedTask;")]
    [TestCase("Task<int>? H() => Task.FromResult(1);")]
    [TestCase("Task H() => DateTime.Now.Ticks > 0 ? Task.CompletedTask : throw new InvalidOperationException();")]
    public void Tasks_that_nobody_has_to_look_at(string handler) => Assert.That(GenerateDirect(handler), Does.Not.Contain("Observe("));

    [TestCase("Task? H() => default;")]
    [TestCase("Task? H() => default(Task);")]
    [TestCase("Task H() => Task.FromException(new InvalidOperationException());")]
    [TestCase("ValueTask H() => ValueTask.FromCanceled(new CancellationToken(true));")]
    [TestCase("Task H() => DateTime.Now.Ticks > 0 ? Task.CompletedTask : Task.FromException(new InvalidOperationException());")]
    [TestCase("Task H() { if (DateTime.Now.Ticks > 0) { return Task.FromException(new InvalidOperationException()); } return Task.CompletedTask; }")]
    [TestCase("async Task H() { if (DateTime.Now.Ticks > 0) { throw new InvalidOperationException(); } }")]
    public void Tasks_that_may_have_failed(string handler) =>
        Assert.That(GenerateDirect(handler), Does.Contain("DirectHandlers.Observe(").And.Contain("frame.Observe("));

    [TestCase("public class C { [On(\"e\")] public virtual Task H() => Task.CompletedTask; }", true)]
    [TestCase("public class B { public virtual Task H() => Task.CompletedTask; } public class C : B { [On(\"e\")] public override Task H() => Task.CompletedTask; }", true)]
    [TestCase("public class B { public virtual Task H() => Task.CompletedTask; } public class C : B { [On(\"e\")] public sealed override Task H() => Task.CompletedTask; }", false)]
    [TestCase("public class B { public virtual Task H() => Task.CompletedTask; } public sealed class C : B { [On(\"e\")] public override Task H() => Task.CompletedTask; }", false)]
    [TestCase("public class C { [On(\"e\")] public Task H() => Task.CompletedTask; }", false)]
    public void The_body_of_a_handler_that_can_be_overridden_shows_nothing(string source, bool mayPend)
    {
        GeneratorRun run = Generate.From(source);

        Assert.That(HasAsyncTrait(run), Is.EqualTo(mayPend));
        Assert.That(GetEvent(run).Contains("Observe(", StringComparison.Ordinal), Is.EqualTo(mayPend));
    }

    [Test]
    public void The_body_of_a_partial_handler_counts()
    {
        const string Declaration = "internal static partial class C { [On(\"e\")] internal static partial Task H(); }";

        Assert.That(HasAsyncTrait(Generate.From(Declaration, "static partial class C { internal static partial Task H() => Task.CompletedTask; }")), Is.False);
        Assert.That(HasAsyncTrait(Generate.From(Declaration, "static partial class C { internal static partial Task H() => Task.Delay(1); }")), Is.True);
    }

    [Test]
    public void A_method_builder_says_when_a_task_completes() => Assert.That(HasAsyncTrait(Generate.From("""
        #pragma warning disable CS1998
        internal static class C
        {
            [On("e")]
            [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
            internal static async ValueTask H() { }
        }
        """)), Is.True);

    [Test]
    public void Other_compilations_still_hear_of_the_task() =>
        Assert.That(Generate.From("internal static class C { [On(\"e\")] internal static Task H() => Task.CompletedTask; }").Sources.Values, Has.Some.Contains("HasAsyncHandlers = true"));

    private static void AssertDirect(string handlers, bool isDirect, bool hasActions)
    {
        string source = Generate.From($"#pragma warning disable CS1998\ninternal class C {{ {handlers} }}").Sources.First(static file => file.Key.StartsWith("Event.", StringComparison.Ordinal)).Value;

        Assert.That(source.Contains("bool IsDirect => true;", StringComparison.Ordinal), Is.EqualTo(isDirect));
        Assert.That(source.Contains("override object? RunDirect(", StringComparison.Ordinal), Is.EqualTo(isDirect));
        Assert.That(source.Contains("GetAction(int handler)", StringComparison.Ordinal), Is.EqualTo(hasActions));
    }

    private static bool HasAsyncTrait(string handler) => HasAsyncTrait(GenerateHandler(handler));

    private static bool HasAsyncTrait(GeneratorRun run) => GetEvent(run).Contains("TableHandlerTraits.Async", StringComparison.Ordinal);

    private static string GenerateDirect(string handler)
    {
        string source = GetEvent(GenerateHandler(handler));
        Assert.That(source, Does.Contain("bool IsDirect => true;"));
        return source;
    }

    private static GeneratorRun GenerateHandler(string handler) =>
        Generate.From($"#pragma warning disable CS1998, CS4014, IDE0051\ninternal class C {{ [On(\"e\")] internal static {handler} }}");

    private static string GetEvent(GeneratorRun run) => run.Sources.Single(static file => file.Key.StartsWith("Event.", StringComparison.Ordinal)).Value;
}
