using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>Parameters that a service provider fills, and the classes it creates.</summary>
internal sealed class ServiceTests
{
    // Compilations under test do not reference the packages these come from; the generator knows them by name.
    private const string Attributes = """
        namespace Microsoft.Extensions.DependencyInjection
        {
            [AttributeUsage(AttributeTargets.Parameter)]
            internal sealed class FromKeyedServicesAttribute : Attribute
            {
                public FromKeyedServicesAttribute() { }
                public FromKeyedServicesAttribute(object? key) { }
            }
            [AttributeUsage(AttributeTargets.Constructor)]
            internal sealed class ActivatorUtilitiesConstructorAttribute : Attribute;
        }
        namespace Microsoft.AspNetCore.Mvc
        {
            [AttributeUsage(AttributeTargets.Parameter)]
            internal sealed class FromServicesAttribute : Attribute;
        }
        """;

    private const string Usings = "using Microsoft.Extensions.DependencyInjection;\nusing Microsoft.AspNetCore.Mvc;\n";

    [Test]
    public void Services()
    {
        From("""
            namespace Shop;

            public interface IMailer;
            internal interface IHidden;
            public enum Store { Main = 1 }

            public static class Static
            {
                [On("sale")]
                internal static Task MailAsync(int id, [Service] IMailer mailer, EventContext context, [Service] IHidden? hidden, CancellationToken ct) => Task.CompletedTask;

                [On("sale")]
                internal static void Keyed(
                    [FromKeyedServices("a\"b")] IMailer text, [FromKeyedServices(Store.Main)] IMailer? member, [FromKeyedServices(null)] IMailer none,
                    [FromKeyedServices(typeof(List<string>))] List<string?> type, [FromKeyedServices((byte)5)] IMailer number, [FromKeyedServices] IMailer inherited) { }

                [On("sale")]
                internal static void Optional(
                    [FromServices] IMailer mailer = null!, [Service] string text = "a", [Service] int number = 3, [Service] int? maybe = 4,
                    [FromKeyedServices(1)] Store? store = Store.Main, [Service] Store plain = (Store)7) { }
            }

            public sealed class MyLinker : EventLinker;

            internal sealed class Instance(IMailer mailer, [FromKeyedServices("key")] IHidden? hidden, int retries = 3)
            {
                private readonly object?[] _services = [mailer, hidden, retries];

                [On("sale"), On("other", Linker = typeof(MyLinker))]
                internal void Handle([Service] IMailer service) => _services.ToString();
            }
            """).MatchesSnapshot();
    }

    [TestCase("", "C()")]
    [TestCase("public C() { } public C(IA a) { } public C(IB b) { }", "C(IA a)")]
    [TestCase("public C(IA a) { } internal C(IA a, IB b) { }", "C(IA a)")]
    [TestCase("private C() { } internal C(IA a) { } protected internal C(IA a, IB b) { }", "C(IA a, IB b)")]
    [TestCase("[ActivatorUtilitiesConstructor] public C() { } public C(IA a) { }", "C()")]
    [TestCase("[ActivatorUtilitiesConstructor] internal C(IA @class) { } public C(IA a, IB? b) { }", "C(IA class)")]
    [TestCase("public C(IA a, ref IB b) { } public C(IA a, out int b) => b = 1; public C(Span<int> a, IA b, IB c) { } public C(in IB b) { }", "C(IB b)")]
    [TestCase("public required int X { get; init; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public C(IA a) { }", "C(IA a)")]
    [TestCase("[Obsolete] public C(IA? a) { }", "C(IA? a)")]
    public void The_constructor_is_chosen(string members, string constructor)
    {
        var run = From($$"""
            interface IA; interface IB;
            class C
            {
                {{members}}
                [On("e")] internal void H() { }
            }
            """);

        Assert.That(run.Sources["LinkerTable.Services.g.cs"], Does.Contain($"registry.AddClass(typeof(global::Pyventus.EventLinker), typeof(global::C), \"{constructor}\", "));
        Assert.That(run.Sources["LinkerTable.Services.g.cs"], Does.Contain("static services => new global::C("));
    }

    [TestCase("class C", "private C() { }")]
    [TestCase("class C", "[ActivatorUtilitiesConstructor] private C(int a) { } public C() { }")]
    [TestCase("class C", "public C(out int a) => a = 1;")]
    [TestCase("class C", "[Obsolete(\"\", true)] public C() { }")]
    [TestCase("class C", "public required int X { get; init; }")]
    [TestCase("abstract class C", "")]
    public void There_may_be_no_constructor(string declaration, string members)
    {
        var run = From($$"""
            {{declaration}}
            {
                {{members}}
                [On("e")] internal void H() { }
            }
            """);

        Assert.That(run.Sources["LinkerTable.Services.g.cs"], Does.Contain(
            "registry.AddClass(typeof(global::Pyventus.EventLinker), typeof(global::C), null, global::System.Array.Empty<global::Pyventus.CompilerServices.HandlerDependency>(), null);"));
    }

    [Test]
    public void Services_are_no_payload()
    {
        var run = From("""
            class C
            {
                [On("e")] internal static void A([Service] Version v, int a) { }
                [On("e")] internal static void B(int a, [FromServices] string s, string b) { }
                [On<Uri>] internal static void D([FromKeyedServices(1)] string s, Uri uri) { }
            }
            """);

        Assert.That(run.Events().Select(static item => item.Signature), Is.EquivalentTo(new[] { "(int a, string b)", "(Uri uri)" }));
        Assert.That(run.Events().SelectMany(static item => item.Handlers).ToArray(), Has.Length.EqualTo(3));
    }

    [Test]
    public void A_table_without_need_of_services_says_nothing()
    {
        var run = From("class C { [On(\"e\")] internal static void H(int a) { } }");

        Assert.That(run.Sources.Keys, Does.Not.Contain("LinkerTable.Services.g.cs"));
        Assert.That(run.Sources["LinkerTable.g.cs"], Does.Contain("internal sealed class Table"));
    }

    [TestCase(16, 0)]
    [TestCase(17, 2)]
    [TestCase(600, 40)]
    public void No_method_grows_with_the_number_of_classes(int classes, int buckets)
    {
        string handlers = string.Concat(Enumerable.Range(0, classes).Select(static index => $"class C{index} {{ [On(\"event.{index}\")] internal void H() {{ }} }}\n"));
        var run = From(handlers);

        var methods = CSharpSyntaxTree.ParseText(run.Sources["LinkerTable.Services.g.cs"]).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToArray();
        Assert.That(methods, Has.Length.EqualTo(buckets + 1));
        Assert.That(methods.Select(static method => method.Body!.Statements.Count), Has.All.LessThanOrEqualTo(32));
        Assert.That(methods.SelectMany(static method => method.Body!.Statements).Count(), Is.EqualTo((2 * classes) + buckets));
    }

    [Test]
    public async Task Services_reach_handlers_and_constructors()
    {
        string log = await RunningProgram.RunAsync(Attributes, Usings + """
            using Pyventus.CompilerServices;
            public sealed class Provider : IServiceProvider
            {
                public object? GetService(Type type) =>
                    type == typeof(Version) ? new Version(1, 2) : type == typeof(int) ? 5 : type == typeof(Instance) ? new Instance(new Version(3, 4), null!, 6) : null;
            }
            public sealed class Instance(Version version, Uri? uri, int number = 3, long missing = 4, string text = "none")
            {
                [On("e")] internal void H([Service] int given, int a) => Entry.Log($"instance {version} {uri} {number} {missing} {text} {given} {a}");
            }
            public sealed class Registry : HandlerServiceRegistry
            {
                public override void AddClass(Type linkerType, Type type, string? constructor, HandlerDependency[] dependencies, Func<IServiceProvider, object>? create)
                {
                    Entry.Log($"{linkerType.Name} {type.Name} {constructor} {dependencies.Length}");
                    ((Instance)create!(new Provider())).H(0, 0);
                }
                public override void AddHandler(Type linkerType, string id, Type? type, HandlerDependency[] dependencies) =>
                    Entry.Log($"{id} {type?.Name} {string.Join(";", dependencies.Select(d => $"{d.Parameter} {d.ServiceType.Name} {d.IsKeyed} {d.Key} {d.IsOptional}"))}");
            }
            public static partial class Entry
            {
                [On("e")] internal static void H(int a, [Service] Version version, [Service] Uri? uri, [Service] long missing = -1) => Log($"static {a} {version} {uri is null} {missing}");

                private static Task Run()
                {
                    using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Services = new Provider(), Linker = new EventLinker() });
                    emitter.Emit("e", 7);
                    var table = typeof(Entry).Assembly.GetTypes().Single(type => type.BaseType == typeof(LinkerTable));
                    ((LinkerTable)table.GetField("Instance", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetValue(null)!).AddServices(new Registry());
                    return Task.CompletedTask;
                }
            }
            """);

        Assert.That(log.Split(", "), Is.EqualTo(new[]
        {
            "static 7 1.2 True -1",
            "instance 3.4  6 4 none 5 7",
            "EventLinker Instance Instance(Version version", "Uri? uri", "int number", "long missing", "string text) 5",
            "instance 1.2  5 4 none 0 0",
            "TestProject!Entry.H(System.Int32,System.Version,System.Uri,System.Int64)#0  version Version False  False;uri Uri False  True;missing Int64 False  True",
            "TestProject!Instance.H(System.Int32,System.Int32)#0 Instance given Int32 False  False",
        }));
    }

    private static GeneratorRun From(string source) => Generate.From(Attributes, Usings + source);
}
