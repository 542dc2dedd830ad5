using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>What is computed again after an edit: both directions, so that each assertion is known to be able to fail.</summary>
internal sealed class CachingTests
{
    private const string Source = """
        internal class First
        {
            [On("a")] internal static void A(int x) { }
            [Once<Uri>] internal static void B(Uri uri) { }
        }
        internal class Second
        {
            [On("c", Order = 1)] internal static void C(string y) { }
            [On(typeof(Version)), Once("once")] internal static void D() { }
            [On<Exception>] internal static Task E() => Task.CompletedTask;
        }
        internal static partial class Events
        {
            [Emits("declared")] internal static partial void Declared(this EventEmitter emitter, int id = 1);
            [Emits("declared")] internal static partial void DeclaredToo(this EventEmitter emitter, int id);
        }
        internal sealed class LimitedLinker() : EventLinker(5);
        """;

    private const string MatchingSource = """
        internal class Base; internal class Event : Base;
        internal class Third(Version version)
        {
            [On("order.placed", OnSuccess = nameof(Done))] internal int Placed(int id) => version.Major;
            [On("order.shipped")] internal static void Shipped(int id, string by) { }
            [On("stock.low")] internal static void Low() { }
            [On<Event>] internal static void Object() { }
            internal static void Done(int result) { }
        }
        internal class Fourth
        {
            [On("order.*")] internal static void Any(int id) { }
            [On<Base>(IncludeDerived = true)] internal static void Derived() { }
        }
        """;

    private const string Emissions = """
        internal static class Emissions
        {
            internal static void Emit(EventEmitter emitter) { emitter.Emit("a", 1); emitter.Emit(new Version()); }
        }
        """;

    [TestCase("internal class Second", "// a comment\n\ninternal   class Second", TestName = "Comments and white space")]
    [TestCase("(int x) { }", "(int x) { System.Console.WriteLine(x); }", TestName = "A body")]
    [TestCase("internal class Second\n{", "internal class Second\n{\n    private int _field;", TestName = "Another member before the handlers")]
    [TestCase("class First", "class First : IDisposable", TestName = "A base type")]
    [TestCase("partial class Events\n{", "partial class Events\n{\n    internal const int Field = 1;", TestName = "Another member before the declarations")]
    [TestCase("EventLinker(5);", "EventLinker(2 + 3);", TestName = "A limit written in another way")]
    [TestCase("Task.CompletedTask", "Task.FromResult(1)", TestName = "Another task that has succeeded")]
    public void An_edit_that_changes_nothing_writes_nothing(string before, string after)
    {
        var run = Generate.From(Source).Next(compilation => Edit(compilation, before, after));

        Assert.That(run.OutputReasons, Has.All.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(Reasons(run, TrackingNames.Event), Has.All.AnyOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged));
    }

    [Test]
    public void A_trivia_edit_caches_every_step()
    {
        Generate.From(Source).Next(static compilation => Edit(compilation, "internal class Second", "// a comment\ninternal class Second")).VerifyCached();
    }

    [Test]
    public void A_changed_handler_writes_its_event_and_the_table()
    {
        var before = Generate.From(Source);
        var run = before.Next(static compilation => Edit(compilation, "C(string y)", "C(long y)"));

        Assert.That(Modified(run), Is.EqualTo(new[] { TrackingNames.Project, TrackingNames.Handlers, TrackingNames.Events, TrackingNames.Event, TrackingNames.Table }));
        Assert.That(run.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(2));
        Assert.That(Changed(before, run), Is.EqualTo(new[] { "Event.c", "LinkerTable.g.cs" }));
    }

    [Test]
    public void A_changed_order_writes_its_event_and_the_table()
    {
        var before = Generate.From(Source);
        var run = before.Next(static compilation => Edit(compilation, "Order = 1", "Order = 2"));

        Assert.That(Changed(before, run), Is.EqualTo(new[] { "Event.c", "LinkerTable.g.cs" }));
        Assert.That(run.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(2));
    }

    [TestCase("DeclaredToo(this EventEmitter emitter, int id)", "DeclaredToo(this EventEmitter e, int id)", new[] { "Declaration.Events.DeclaredToo" }, TestName = "A name that only the body uses")]
    [TestCase("int id = 1", "int id = 2", new[] { "Event.declared", "LinkerTable.g.cs" }, TestName = "A declared default")]
    [TestCase("int id = 1", "int number = 1", new[] { "Declaration.Events.Declared", "Event.declared" }, TestName = "The name of a declared argument")]
    [TestCase("[Emits(\"declared\")] internal static partial void DeclaredToo(this EventEmitter emitter, int id);", "", new[] { "Declaration.Events.DeclaredToo" }, TestName = "A second declaration removed")]
    [TestCase("EventLinker(5)", "EventLinker(6)", new[] { "LinkerLimits.g.cs" }, TestName = "A limit")]
    [TestCase("Task.CompletedTask", "Task.FromException(new TimeoutException())", new[] { "Event.Exception" }, TestName = "A task that has failed")]
    [TestCase("Task.CompletedTask", "Task.Delay(1)", new[] { "Event.Exception" }, TestName = "A task that is pending")]
    public void An_edit_writes_what_it_changes(string before, string after, string[] changed)
    {
        var first = Generate.From(Source);
        var run = first.Next(compilation => Edit(compilation, before, after));

        Assert.That(Changed(first, run), Is.EqualTo(changed));
        Assert.That(run.OutputReasons.Count(static reason => reason != IncrementalStepRunReason.Cached), Is.EqualTo(changed.Length));
    }

    [Test]
    public void A_removed_handler_removes_its_event()
    {
        var before = Generate.From(Source);
        var run = before.Next(static compilation => Edit(compilation, "[On<Exception>]", ""));

        Assert.That(Reasons(run, TrackingNames.Handlers), Is.EqualTo(new[] { IncrementalStepRunReason.Removed }));
        Assert.That(Reasons(run, TrackingNames.Event), Does.Contain(IncrementalStepRunReason.Removed));
        Assert.That(Changed(before, run), Is.EqualTo(new[] { "Event.Exception", "LinkerTable.g.cs" }));
    }

    [TestCase("internal class Third", "// a comment\ninternal class Third", TestName = "Comments")]
    [TestCase("version.Major;", "version.Minor;", TestName = "The body of an instance handler")]
    [TestCase("Done(int result) { }", "Done(int result) => _ = result;", TestName = "The body of a callback")]
    [TestCase("Shipped(int id, string by) { }", "Shipped(int id, string by) { by.ToString(); }", TestName = "The body of another handler")]
    public void An_edit_that_matching_does_not_depend_on_writes_nothing(string before, string after)
    {
        var run = Generate.From(MatchingSource).Next(compilation => Edit(compilation, before, after));

        Assert.That(run.OutputReasons, Has.All.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(Modified(run), Is.Empty);
    }

    [TestCase("Any(int id)", "Any(long id)", new[] { "Event.order._", "Event.order.placed", "Event.order.shipped", "LinkerTable.g.cs" }, TestName = "A pattern handler")]
    [TestCase("\"order.*\"", "\"stock.*\"", new[] { "Event.order._", "Event.order.placed", "Event.order.shipped", "Event.stock._", "LinkerTable.g.cs" }, TestName = "A pattern")]
    [TestCase("Derived() { }", "Derived(Base e) { }", new[] { "Event.Base", "Event.Event", "LinkerTable.g.cs" }, TestName = "A handler of derived types")]
    [TestCase("class Event : Base", "class Event", new[] { "Event.Event", "LinkerTable.g.cs" }, TestName = "The base type of an event")]
    [TestCase("internal class Fourth\n{", "internal class Fourth\n{\n    private const int Field = 1;", new[] { "Event.Base", "Event.order._", "LinkerTable.g.cs" }, TestName = "A member before a pattern handler")]
    [TestCase("Done(int result)", "Done(long result)", new[] { "Event.order.placed", "LinkerTable.g.cs" }, TestName = "The parameter of a callback")]
    [TestCase("Third(Version version)", "Third(Version version, Uri? uri)", new[] { "LinkerTable.Services.g.cs", "LinkerTable.g.cs" }, TestName = "A constructor")]
    public void A_change_writes_what_depends_on_it(string before, string after, string[] files)
    {
        var first = Generate.From(MatchingSource);

        Assert.That(Changed(first, first.Next(compilation => Edit(compilation, before, after))), Is.EqualTo(files));
    }

    [Test]
    public void A_changed_order_does_not_write_the_services()
    {
        var run = Generate.From(MatchingSource).Next(static compilation => Edit(compilation, "[On(\"stock.low\")]", "[On(\"stock.low\", Order = 1)]"));

        Assert.That(Modified(run), Does.Contain(TrackingNames.Table).And.Not.Contain(TrackingNames.Services));
        Assert.That(run.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(2));
    }

    [Test]
    public void The_last_handler_removed_removes_everything()
    {
        var run = Generate.From("internal class C { [On(\"a\")] internal static void H() { } }").Next(static compilation => compilation.RemoveAllSyntaxTrees());

        Assert.That(Reasons(run, TrackingNames.Event), Is.EqualTo(new[] { IncrementalStepRunReason.Removed }));
        Assert.That(run.Sources, Is.Empty);
    }

    [Test]
    public void A_new_event_writes_itself_and_the_table()
    {
        var before = Generate.From(Source);
        var run = before.Next(static compilation => compilation.AddSyntaxTrees(Parse("internal class New { [On(\"new\")] internal static void H() { } }")));

        Assert.That(Changed(before, run), Is.EqualTo(new[] { "Event.new", "LinkerTable.g.cs" }));
    }

    [Test]
    public void A_new_reference_with_a_table_writes_the_registration_only()
    {
        var library = Generate.From(TestCompilation.Create(["public class C { [On(\"a\")] public static void H() { } }"], "Library")).Output.ToReference();
        var run = Generate.From(Source).Next(compilation => compilation.AddReferences(library));

        Assert.That(Modified(run), Is.EqualTo(new[] { TrackingNames.Project, TrackingNames.ReferencedTables, TrackingNames.Registration }));
        Assert.That(run.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(1));
    }

    [Test]
    public void Every_step_has_a_name_that_is_seen()
    {
        var names = Generate.Intercepting(Source, Emissions).Steps.Select(static step => step.Step).Distinct();

        Assert.That(names, Is.EquivalentTo(GeneratorRun.GetTrackingNames(new PyventusGenerator())));
    }

    [Test]
    public void Without_interceptors_no_call_is_looked_at()
    {
        Assert.That(CallSites(Generate.From(Source, Emissions)), Is.Empty);
        Assert.That(CallSites(Generate.Intercepting(Source, Emissions)), Is.EqualTo(new[] { "CallSites New 1", "CallSiteFiles New 1" }));
    }

    [TestCase("\"c\"", "\"other\"", "Unchanged")]
    [TestCase("string y", "int y", "Unchanged")]
    [TestCase("(int x) { }", "(int x) { System.Console.WriteLine(x); }", "Cached")]
    [TestCase("void A(int x) { }", "Task A(int x) => Task.FromException(new TimeoutException());", "Cached")]
    [TestCase("internal class Second", "// a comment\ninternal class Second", "Cached")]
    public void An_edit_of_a_handler_does_not_write_call_sites(string before, string after, string reason)
    {
        var first = Generate.Intercepting(Source, Emissions);
        var run = first.Next(compilation => Edit(compilation, before, after));

        Assert.That(Changed(first, run), Has.None.StartsWith("CallSites"));
        Assert.That(CallSites(run), Is.EqualTo(new[] { "CallSites Cached 1", "CallSiteFiles " + reason + " 1" }));
    }

    [TestCase("\"a\"", "\"other\"")]
    [TestCase("int x", "string x")]
    [TestCase("[On(\"a\")]", "[Once(\"a\")]")]
    [TestCase("void A(int x) { }", "Task A(int x) => Task.Delay(1);")]
    public void A_call_site_is_written_when_its_event_is_another(string before, string after)
    {
        var run = Generate.Intercepting(Source, Emissions).Next(compilation => Edit(compilation, before, after));

        Assert.That(CallSites(run), Is.EqualTo(new[] { "CallSites Cached 1", "CallSiteFiles Modified 1" }));
    }

    [Test]
    public void A_handler_that_takes_another_type_writes_only_the_call_sites_that_convert_to_it()
    {
        var first = Generate.Intercepting(Source, Emissions, Emissions.Replace("class Emissions", "class Others", StringComparison.Ordinal).Replace("\"a\"", "\"b\"", StringComparison.Ordinal));
        var run = first.Next(static compilation => Edit(compilation, "int x", "long x"));

        Assert.That(Changed(first, run).Where(static name => name.StartsWith("CallSites", StringComparison.Ordinal)), Is.All.StartsWith("CallSites.Test1.cs.").And.Exactly(1).Items);
        Assert.That(CallSites(run), Is.EqualTo(new[] { "CallSites Cached 1", "CallSites Cached 1", "CallSiteFiles Modified 1", "CallSiteFiles Unchanged 1" }));
    }

    [TestCase("emitter.Emit(\"a\", 1);", "emitter.Emit(\"b\", 1);", TestName = "An event")]
    [TestCase("emitter.Emit(\"a\", 1);", " emitter.Emit(\"a\", 1);", TestName = "Where a call is")]
    [TestCase("class Emissions", "class Emitted", TestName = "Something else in the file")]
    public void An_edit_of_a_file_writes_its_call_sites_only(string before, string after)
    {
        var first = Generate.Intercepting(Emissions, Source, Emissions.Replace("class Emissions", "class Others", StringComparison.Ordinal));
        var run = first.Next(compilation => Edit(compilation, before, after));

        Assert.That(Changed(first, run), Has.All.StartsWith("CallSites.Test0.cs.").And.Exactly(1).Items);
        Assert.That(run.OutputReasons.Count(static reason => reason != IncrementalStepRunReason.Cached), Is.EqualTo(1));
        Assert.That(CallSites(run), Is.EqualTo(new[] { "CallSites Modified 1", "CallSites Cached 1", "CallSiteFiles Modified 1", "CallSiteFiles Cached 1" }));
    }

    [Test]
    public void Calls_removed_from_a_file_remove_its_call_sites()
    {
        var first = Generate.Intercepting(Emissions);
        var run = first.Next(static compilation => Edit(compilation, "emitter.Emit(\"a\", 1); emitter.Emit(new Version());", ""));

        Assert.That(first.Sources, Has.Count.EqualTo(1));
        Assert.That(run.Sources, Is.Empty);
    }

    [Test]
    public void A_copy_of_a_file_removes_the_call_sites_of_both()
    {
        const string FileLocal = "file static class C { internal static void M(EventEmitter emitter) => emitter.Emit(\"a\"); }";
        var first = Generate.Intercepting(FileLocal, Emissions);
        var run = first.Next(compilation => compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(FileLocal, (CSharpParseOptions)compilation.SyntaxTrees.First().Options, "Copy.cs", System.Text.Encoding.UTF8)));

        Assert.That(first.Sources, Has.Count.EqualTo(2));
        Assert.That(run.Sources.Keys.Single(), Does.StartWith("CallSites.Test1.cs."));
    }

    // What the steps of call sites did, and for how many calls.
    private static IEnumerable<string> CallSites(GeneratorRun run) =>
        from step in run.Steps
        where step.Step is TrackingNames.CallSites or TrackingNames.CallSiteFiles
        let file = (Models.CallSiteFileModel)step.Value
        select $"{step.Step} {step.Reason} {file.Sites.First(static site => site.EventName is not null).Calls.Count}";

    private static Compilation Edit(Compilation compilation, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees.First();
        string text = tree.ToString();
        Assert.That(text, Does.Contain(before));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(before, after, StringComparison.Ordinal), System.Text.Encoding.UTF8)));
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, "New.cs");

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Steps.Where(item => item.Step == step).Select(static item => item.Reason)
            .Where(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged) || step == TrackingNames.Event);

    private static IEnumerable<string> Modified(GeneratorRun run) =>
        GeneratorRun.GetTrackingNames(new PyventusGenerator())
            .Where(name => run.Steps.Any(step => step.Step == name && step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));

    // Without the hash that makes a hint name unique.
    private static ImmutableSortedSet<string> Changed(GeneratorRun before, GeneratorRun after) =>
    [
        .. before.Sources.Except(after.Sources).Concat(after.Sources.Except(before.Sources))
            .Select(static source =>
                source.Key.StartsWith("Event.", StringComparison.Ordinal) ? source.Key[..^".00000000.g.cs".Length]
                : source.Key.StartsWith("Declaration.", StringComparison.Ordinal) ? source.Key[..^".0000000000000000.g.cs".Length]
                : source.Key),
    ];
}
