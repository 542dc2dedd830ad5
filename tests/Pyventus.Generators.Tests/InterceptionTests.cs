using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>Which calls are intercepted: those of a known event, and no others. The IL says whether the compiler agrees.</summary>
internal sealed class InterceptionTests
{
    private const string Declarations = """
        public sealed class Placed; public class Open; public sealed record Changed<T>(T Value); public struct Moved; public interface IEvent;
        file sealed class FileLocal;
        public static class Names { public const string Event = "e"; public static readonly string Field = "e"; }
        public class Own() : EventEmitter(new AsyncProcessingService(), null) { public new void Emit(string name) => _ = name; }
        public static class Others { public static void Emit(string name) => _ = name; }
        """;

    private static string InMethod(string code) => $$"""
        using System.Linq.Expressions;
        {{Declarations}}
        internal static class Program
        {
            private sealed class Private;

            internal static async Task Main(EventEmitter emitter, AsyncEventEmitter derived, EventEmitter? maybe, string name, CancellationToken token)
            {
                await Task.Yield();
                {{code}}
            }
        }
        """;

    [TestCase("emitter.Emit(\"e\");")]
    [TestCase("emitter.Emit(\"e\", 1);")]
    [TestCase("emitter . Emit /* a */ ( // b\n \"e\" , 1 ) ;")]
    [TestCase("emitter.Emit(\"e\", 1, 2L, 3f, 4d, 5m, 'c', \"s\", true);", TestName = "Eight arguments")]
    [TestCase("maybe?.Emit(\"e\", 1);")]
    [TestCase("maybe!.Emit(\"e\", 1);")]
    [TestCase("if (maybe?.EmitAsync(\"e\", 1) is { } task) { await task; }")]
    [TestCase("await emitter.EmitAsync(\"e\");")]
    [TestCase("await emitter.EmitAsync(\"e\", token);")]
    [TestCase("await emitter.EmitAsync(\"e\", 1);")]
    [TestCase("await emitter.EmitAsync(\"e\", 1, token).ConfigureAwait(false);")]
    [TestCase("_ = (await emitter.EmitAsync(\"e\", 1, cancellationToken: token)).ToString();")]
    [TestCase("emitter.Emit(arg1: 1, eventName: \"e\");")]
    [TestCase("emitter.Emit(eventName: \"e\", 1);")]
    [TestCase("await emitter.EmitAsync(cancellationToken: token, arg1: 1, eventName: \"e\");")]
    [TestCase("await emitter.EmitAsync(cancellationToken: token, eventName: \"e\");")]
    [TestCase("Action action = () => emitter.Emit(\"e\", 1); action();")]
    [TestCase("Func<ValueTask<EmissionResult>> action = async () => await emitter.EmitAsync(\"e\", 1); await action();")]
    [TestCase("void Local() => emitter.Emit(\"e\", 1); Local();")]
    [TestCase("static void Local<T>(EventEmitter emitter, T value) => emitter.Emit(\"e\", value); Local(emitter, 1);")]
    [TestCase("static void Local<T>(T emitter) where T : EventEmitter => emitter.Emit(\"e\", 1); Local(emitter);")]
    [TestCase("static void Local<T>(EventEmitter emitter, T value) => emitter.Emit(new Changed<T>(value)); Local(emitter, 1);")]
    [TestCase("derived.Emit(\"e\", 1);")]
    [TestCase("new List<EventEmitter> { emitter }.ForEach(item => item.Emit(\"e\", 1));")]
    [TestCase("emitter.Emit(Names.Event, 1);")]
    [TestCase("emitter.Emit(nameof(Program), 1);")]
    [TestCase("emitter.Emit($\"{nameof(Program)}.{Names.Event}\", 1);")]
    [TestCase("const string Local = \"e\"; emitter.Emit(Local + \".x\", 1);")]
    [TestCase("emitter.Emit((\"e\"), 1);")]
    [TestCase("emitter.Emit(\"\"\"e\"\"\", 1);")]
    [TestCase("emitter.Emit(\"e\", (string?)null);")]
    [TestCase("emitter.Emit<string?>(\"e\", null);")]
    [TestCase("emitter.Emit(\"e\", new List<string?>());")]
    [TestCase("emitter.Emit(\"e\", new Dictionary<string, List<object?>?>(), name, (object?)name);")]
    [TestCase("emitter.Emit(\"e\", (Id: 1, Name: \"x\"));")]
    [TestCase("emitter.Emit(\"e\", new List<(int Id, string? Name)>());")]
    [TestCase("emitter.Emit(\"e\", (1, 2)); emitter.Emit(\"e\", (A: 1, B: 2));", 2)]
    [TestCase("emitter.Emit(\"e\", (int?)1);")]
    [TestCase("emitter.Emit(\"e\", (nint)1, new int[1][,]);")]
    [TestCase("emitter.Emit(\"e\", new { A = 1 });")]
    [TestCase("emitter.Emit(\"e\", new[] { new { A = 1 } }, 2);")]
    [TestCase("emitter.Emit(\"e\", new Private());")]
    [TestCase("emitter.Emit(\"e\", new List<Private[]>());")]
    [TestCase("emitter.Emit(\"e\", new FileLocal());")]
    [TestCase("emitter.Emit(\"e\", new List<dynamic>());")]
    [TestCase("emitter.Emit<dynamic>(\"e\", (object)1);")]
    [TestCase("emitter.Emit<object>(\"e\", 1);")]
    [TestCase("unsafe { emitter.Emit(\"e\", new delegate*<int>[1]); }")]
    [TestCase("emitter.Emit(new Placed());")]
    [TestCase("emitter.Emit(new Private());")]
    [TestCase("emitter.Emit(@event: new Placed());")]
    [TestCase("await emitter.EmitAsync(cancellationToken: token, @event: new Placed());")]
    [TestCase("emitter.Emit(new Changed<string?>(null));")]
    [TestCase("emitter.Emit(default(Moved));")]
    [TestCase("emitter.Emit(DayOfWeek.Monday);")]
    [TestCase("emitter.Emit((Id: 1, Name: \"x\"));")]
    [TestCase("await emitter.EmitAsync(new Placed());")]
    [TestCase("_ = $\"{emitter.EmitAsync(\"e\", 1).IsCompleted}\";")]
    [TestCase("_ = from item in new[] { 1 } select emitter.EmitAsync(\"e\", item); emitter.Emit(\"e\");", 1, 1, TestName = "Beside a query")]
    [TestCase("emitter.Emit(\"e\", emitter.EmitAsync(\"e\", 1).IsCompleted);", 2, TestName = "As an argument of another emission")]
    [TestCase("#line 100 \"Elsewhere.cs\"\n emitter.Emit(\"e\", 1);\n#line default", TestName = "Behind #line")]
    [TestCase("#nullable disable\n emitter.Emit(\"e\", name);\n#nullable enable\n emitter.Emit(\"e\", name);", 2, TestName = "Nullable or not")]
    public void A_call_of_a_known_event_is_intercepted(string code, int intercepted = 1, int direct = 0) =>
        AssertCalls(new EmittedCalls(intercepted, direct), InMethod(code));

    [TestCase("emitter.Emit(name);")]
    [TestCase("emitter.Emit(Names.Field);")]
    [TestCase("emitter.Emit(\"e\" + name, 1);")]
    [TestCase("emitter.Emit(\"\");")]
    [TestCase("emitter.Emit(\" \\t\");")]
    [TestCase("emitter.Emit((string)null!);")]
    [TestCase("emitter.Emit(\"e.*\", 1);")]
    [TestCase("emitter.Emit(\"**\", 1);")]
    [TestCase("Expression<Action> tree = () => emitter.Emit(\"e\", 1);")]
    [TestCase("Expression<Func<Action>> tree = () => () => emitter.Emit(\"e\", 1);")]
    [TestCase("_ = from item in new[] { 1 }.AsQueryable() select emitter.EmitAsync(\"e\", item, token);")]
    [TestCase("dynamic value = 1; emitter.Emit(\"e\", value);", 0)]
    [TestCase("((dynamic)emitter).Emit(\"e\", 1);", 0)]
    [TestCase("emitter.Emit(new Open());")]
    [TestCase("emitter.Emit((object)1);")]
    [TestCase("emitter.Emit<IEvent>(null!);")]
    [TestCase("emitter.Emit<int?>(1);")]
    [TestCase("emitter.Emit(new Action(() => { }));")]
    [TestCase("emitter.Emit(new int[0]);")]
    [TestCase("emitter.Emit(token);")]
    [TestCase("static void Local<T>(EventEmitter emitter, T value) where T : struct => emitter.Emit(value); Local(emitter, 1);")]
    [TestCase("Action<string> action = emitter.Emit; action(\"e\");")]
    [TestCase("_ = nameof(emitter.Emit);", 0)]
    [TestCase("Others.Emit(\"e\");", 0)]
    [TestCase("new Own().Emit(\"e\");", 0)]
    public void Any_other_call_is_not(string code, int direct = 1) =>
        AssertCalls(new EmittedCalls(0, direct), "#pragma warning disable CS8714\n" + InMethod(code));

    [TestCase("public sealed class Mine() : EventEmitter(new AsyncProcessingService(), null) { public void M() { Emit(\"e\"); this.Emit(\"e\", 1); base.Emit(\"e\", 1); } public ValueTask<EmissionResult> N() => EmitAsync(\"e\"); }", 4, TestName = "In an emitter")]
    [TestCase("public sealed class C(EventEmitter emitter) { private readonly ValueTask<EmissionResult> _task = emitter.EmitAsync(\"e\"); public bool IsCompleted => _task.IsCompleted; }", 1, TestName = "In a field initializer")]
    [TestCase("public class B { protected B(bool x) => _ = x; } public sealed class C(EventEmitter emitter) : B(emitter.EmitAsync(\"e\", 1).IsCompleted);", 1, TestName = "In a base initializer")]
    [TestCase("public sealed class C<T> { public void M<U>(EventEmitter emitter, T first, U second) { emitter.Emit(\"e\", first, second); emitter.Emit(new Changed<(T, U)>((first, second))); } } public sealed record Changed<T>(T Value);", 2, TestName = "In generic types and methods")]
    [TestCase("using var emitter = new AsyncEventEmitter(); emitter.Emit(\"e\", 1); Local(); void Local() => emitter.Emit(\"e\", 2);", 2, TestName = "In top-level statements")]
    [TestCase("[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public sealed class Trial; public static class C { [System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public static void M(EventEmitter emitter) { emitter.Emit(\"e\", new Trial()); emitter.Emit(new Trial()); } }", 2, TestName = "With experimental types")]
    [TestCase("[Obsolete(\"no\", DiagnosticId = \"X1\")] public sealed class Old; public static class C { [Obsolete] public static void M(EventEmitter emitter) { emitter.Emit(\"e\", new Old()); emitter.Emit(new Old()); } }", 2, TestName = "With obsolete types")]
    [TestCase("namespace @class { public sealed class @event; public static class C { public static void M(EventEmitter @this) { @this.Emit(\"e\", new @event()); } } }", 1, TestName = "With keywords as names")]
    public void A_call_is_intercepted_wherever_it_is(string source, int intercepted) =>
        AssertCalls(new EmittedCalls(intercepted, 0), source);

    [Test]
    public void Files_of_the_same_name_do_not_meet()
    {
        var run = Intercept(
            ("a/Shop.cs", "internal static class A { internal static void M(EventEmitter emitter) => emitter.Emit(\"e\", 1); }"),
            ("b/Shop.cs", "internal static class B { internal static void M(EventEmitter emitter) => emitter.Emit(\"e\", 1); }"));

        Assert.That(run.Sources.Keys, Has.Exactly(2).StartsWith("CallSites.Shop.cs."));
        Assert.That(EmittedCalls.Read(run.Output), Is.EqualTo(new EmittedCalls(2, 0)));
    }

    [Test]
    public void What_is_generated_does_not_depend_on_where_the_source_is()
    {
        const string Source = "internal static class A { internal static void M(EventEmitter emitter) => emitter.Emit(\"e\", 1); }";

        Assert.That(Map("/home/ada/src"), Is.EqualTo(Map("/build/1")));
        Assert.That(Intercept(("/build/1/Shop.cs", Source)).Sources, Is.Not.EqualTo(Intercept(("/build/2/Shop.cs", Source)).Sources));

        static IEnumerable<KeyValuePair<string, string>> Map(string root)
        {
            var options = TestCompilation.CompilationOptions.WithSourceReferenceResolver(new SourceFileResolver([], null, [new(root, "/_")]));
            var compilation = TestCompilation.Create().AddSyntaxTrees(CSharpSyntaxTree.ParseText(Source, TestCompilation.ParseOptions, root + "/Shop.cs", System.Text.Encoding.UTF8));
            return Generate.From(compilation.WithOptions(options).WithInterceptors()).Sources;
        }
    }

    [Test]
    public void Files_of_the_same_content_are_left_alone()
    {
        const string Same = "file static class A { internal static void M(EventEmitter emitter) => emitter.Emit(\"e\", 1); }";
        var run = Intercept(("a/Shop.cs", Same), ("b/Shop.cs", Same), ("c/Shop.cs", Same + " "));

        Assert.That(run.Sources.Keys.Where(static name => name.StartsWith("CallSites.", StringComparison.Ordinal)), Has.Exactly(1).Items);
        Assert.That(EmittedCalls.Read(run.Output), Is.EqualTo(new EmittedCalls(1, 2)));
    }

    [Test]
    public void A_file_without_a_path_is_left_alone()
    {
        var run = Intercept(("", "internal static class A { internal static void M(EventEmitter emitter) => emitter.Emit(\"e\", 1); }"));

        Assert.That(EmittedCalls.Read(run.Output), Is.EqualTo(new EmittedCalls(0, 1)));
    }

    [Test]
    public void Nothing_is_intercepted_where_no_interceptor_is_allowed()
    {
        string source = InMethod("emitter.Emit(\"e\", 1);");

        Assert.That(EmittedCalls.Read(Generate.From(source).Output), Is.EqualTo(new EmittedCalls(0, 1)));
        Assert.That(EmittedCalls.Read(Generate.Intercepting(source).Output), Is.EqualTo(new EmittedCalls(1, 0)));
    }

    [Test]
    public void Calls() => Generate.Intercepting("""
        namespace Shop;
        public sealed class Placed; public record struct Moved(int By);
        internal static class Program
        {
            internal static async Task M<T>(EventEmitter emitter, T value, string? name, CancellationToken token)
            {
                emitter.Emit("app.started");
                emitter.Emit("order.placed", 1, name);
                emitter.Emit(arg2: name!, arg1: 2, eventName: "order.placed");
                emitter.Emit("order.placed", 1L, name);
                await emitter.EmitAsync("order.placed", 1, "ada", token);
                emitter.Emit("generic", value, 1);
                emitter.Emit("anonymous", new { A = 1 });
                emitter.Emit("tuple", (Id: 1, Name: name));
                emitter.Emit(new Placed());
                await emitter.EmitAsync(new Moved(1));
                emitter.Emit(new KeyValuePair<T, int>(value, 1));
            }
        }
        """).MatchesSnapshot();

    [Test]
    public void Calls_with_arguments_that_convert() => Generate.Intercepting("""
        namespace Shop;
        public sealed class Narrow : EventLinker; public sealed class Wide : EventLinker;
        internal static class Handlers
        {
            [On("number")] internal static void Number(long value) { }
            [On("failed")] internal static void Failed(Exception exception, string? text, IReadOnlyList<int> codes, decimal? price) { }
            [On("same")] internal static void Same(string? text, (int Id, string Name) item) { }
            [On("other")] internal static void Other(DateTime value) { }
            [On("more")] internal static void More(long value, int count = 1) { }
            [On("agreed", Linker = typeof(Narrow))] internal static void Agreed(long value) { }
            [On("agreed", Linker = typeof(Wide))] internal static void AgreedToo(long value) { }
            [On("contested", Linker = typeof(Narrow))] internal static void Contested(long value) { }
            [On("contested", Linker = typeof(Wide))] internal static void ContestedToo(double value) { }
            [On("context")] internal static void Context(long value, EventContext context) { }
            [On("any.*")] internal static void Any(long value) { }
        }
        internal static class Program
        {
            internal static async Task M<T>(EventEmitter emitter, T value, CancellationToken token)
            {
                emitter.Emit("number", 1);
                await emitter.EmitAsync("number", (short)1, token);
                emitter.Emit("number", 1L);
                emitter.Emit("failed", new InvalidOperationException(), "x", new[] { 1 }, 2);
                emitter.Emit("same", "x", (1, "y"));
                emitter.Emit("other", "not a date");
                emitter.Emit("more", 1);
                emitter.Emit("more", 1, 2);
                emitter.Emit("agreed", 1);
                emitter.Emit("contested", 1);
                emitter.Emit("context", 1);
                emitter.Emit("any.one", 1);
                emitter.Emit("number", value);
                emitter.Emit("number", new { A = 1 });
            }
        }
        """).MatchesSnapshot();

    private static void AssertCalls(EmittedCalls expected, string source)
    {
        var compilation = TestCompilation.Create(source);
        var options = ((CSharpCompilationOptions)compilation.Options).WithAllowUnsafe(true);
        Assert.That(EmittedCalls.Read(Generate.From(compilation.WithOptions(options).WithInterceptors()).Output), Is.EqualTo(expected));
    }

    private static GeneratorRun Intercept(params (string Path, string Source)[] files)
    {
        var compilation = TestCompilation.Create();
        return Generate.From(compilation.AddSyntaxTrees(files.Select(static file =>
            CSharpSyntaxTree.ParseText(file.Source, TestCompilation.ParseOptions, file.Path, System.Text.Encoding.UTF8))).WithInterceptors());
    }
}
