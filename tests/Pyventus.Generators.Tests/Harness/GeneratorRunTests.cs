using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>Each of the assertions made of every run fails when it should.</summary>
internal sealed class GeneratorRunTests
{
    [Test]
    public void A_clean_generator_passes() => Assert.That(() => Run(Text("// fine")).Verify(), Throws.Nothing);

    [Test]
    public void An_error_in_the_output_fails() => AssertFails(Text("internal class C : Missing;"), "CS0246");

    [Test]
    public void A_warning_in_the_output_fails() => AssertFails(Text("internal class C { private int _unused; }"), "CS0169");

    [Test]
    public void A_nullable_warning_in_the_output_fails() => AssertFails(Text("#nullable enable\ninternal class C { public string S = null; }"), "CS8625");

    [Test]
    public void A_missing_comment_in_the_output_fails() => AssertFails(Text("public class C;"), "CS1591");

    [Test]
    public void An_exception_of_the_generator_fails() =>
        Assert.That(() => Run(new FakeGenerator(static (_, _) => throw new InvalidOperationException("oops"))), Throws.TypeOf<VerificationException>().With.Message.Contains("oops"));

    [Test]
    public void A_diagnostic_of_the_generator_fails()
    {
        var descriptor = new DiagnosticDescriptor("X1", "title", "message", "category", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        var generator = new FakeGenerator((context, _) => context.ReportDiagnostic(Diagnostic.Create(descriptor, null)));

        Assert.That(() => Run(generator), Throws.TypeOf<VerificationException>().With.Message.Contains("X1"));
    }

    [Test]
    public void A_step_that_every_edit_changes_fails() =>
        AssertFails(new FakeGenerator(static (_, _) => { }, static compilation => compilation.SyntaxTrees.Count()), "Step Only is Modified");

    [Test]
    public void An_output_that_every_edit_writes_fails() =>
        AssertFails(new FakeGenerator(static (_, _) => { }, static _ => "same", isTracked: false), "An output is");

    [Test]
    public void A_symbol_in_a_step_fails() => AssertFails(Value(static compilation => compilation.Assembly), "Roslyn object: value (");

    [Test]
    public void A_compilation_in_a_step_fails() => AssertFails(Value(static compilation => compilation), "Roslyn object: value (");

    [Test]
    public void A_symbol_deep_in_a_step_fails() =>
        AssertFails(Value(static compilation => new Dictionary<string, object[]> { ["x"] = [1, Tuple.Create("y", compilation.Assembly)] }), "Roslyn object: value.");

    [Test]
    public void A_location_in_a_base_class_fails() => AssertFails(Value(static compilation => new Derived(compilation.SyntaxTrees.First().GetRoot().GetLocation())), "_location");

    [Test]
    public void Cycles_end() => Assert.That(() => Run(Value(static _ => Cycle.Instance)).VerifyNoRoslynObjects(), Throws.Nothing);

    [Test]
    public void A_generator_without_step_names_fails() =>
        Assert.That(() => GeneratorRun.GetTrackingNames(new Unnamed.Generator()), Throws.TypeOf<VerificationException>());

    private static FakeGenerator Text(string text) => new((context, _) => context.AddSource("a.g.cs", text));

    private static FakeGenerator Value(Func<Compilation, object> select) => new(static (_, _) => { }, select);

    private static GeneratorRun Run(FakeGenerator generator) => GeneratorRun.Create(generator, TestCompilation.Create("internal class Input;"));

    private static void AssertFails(FakeGenerator generator, string message) =>
        Assert.That(() => Run(generator).Verify(), Throws.TypeOf<VerificationException>().With.Message.Contains(message));

    private class Base(Location location)
    {
        private readonly Location _location = location;

        public override string ToString() => _location.ToString();
    }

    private sealed class Derived(Location location) : Base(location);

    private sealed class Cycle
    {
        public static Cycle Instance { get; } = new();

        public Cycle Self => _self;

        private readonly Cycle _self;

        private Cycle() => _self = this;
    }
}
