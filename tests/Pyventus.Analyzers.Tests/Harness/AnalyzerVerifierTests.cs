using Microsoft.CodeAnalysis;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Harness;

internal sealed class AnalyzerVerifierTests
{
    private static readonly AnalyzerVerifier _verifier = new(new NameAnalyzer());

    [TestCase("class C { void Good() { } }")]
    [TestCase("class C { void [|Bad1|]() { } void {|TEST1:Bad2|}() { } }")]
    [TestCase("class C { int {|CS0169:_unused|}; [On(\"a\")] public static void Good() { } }")]
    public Task Accepts_what_is_marked(string markup) => _verifier.VerifyAsync(markup);

    [TestCase("class C { void Bad() { } }", "Reported, not expected: [15..18) Test0.cs(1,16): warning TEST1", TestName = "Refuses_an_unmarked_diagnostic")]
    [TestCase("class C { void [|Good|]() { } }", "Expected, not reported: Test0.cs [15..19) TEST1", TestName = "Refuses_a_marker_without_diagnostic")]
    [TestCase("class C { void {|TEST9:Bad|}() { } }", "Expected, not reported: Test0.cs [15..18) TEST9", TestName = "Refuses_another_id")]
    [TestCase("class C { void [|Bad()|] { } }", "Expected, not reported: Test0.cs [15..20) TEST1", TestName = "Refuses_another_span")]
    [TestCase("class C { void [|[|Bad|]|]() { } }", "Expected, not reported: Test0.cs [15..18) TEST1", TestName = "Refuses_a_second_marker_for_one_diagnostic")]
    [TestCase("class C { void Good() { return 1; } }", "error CS0127", TestName = "Refuses_an_error_of_the_compiler")]
    [TestCase("class C { int _unused; }", "warning CS0169", TestName = "Refuses_a_warning_of_the_compiler")]
    [TestCase("class C { string Good(string? s) => s; }", "warning CS8603", TestName = "Refuses_a_nullable_warning")]
    [TestCase("class C { int Good { get => field; } }", "error CS", TestName = "Refuses_a_language_after_12")]
    public Task Refuses(string markup, string because) => AssertRefused(_verifier, markup, because);

    [Test]
    public async Task Refuses_a_span_in_another_file() =>
        await Assert.ThrowsAsync<VerificationException>(() => _verifier.VerifyAsync(
            ["partial class C { void Bad() { } }", "partial class C { void [|Baz|]() { } }"]));

    [Test]
    public async Task Compares_messages_by_position()
    {
        const string Markup = "class C { void [|Bad1|]() { } void [|Bad2|]() { } }";

        await _verifier.VerifyAsync(Markup, "'Bad1' is bad", "'Bad2' is bad");
        await AssertRefused(_verifier, Markup, "The messages differ", "'Bad2' is bad", "'Bad1' is bad");
        await AssertRefused(_verifier, Markup, "The messages differ", "'Bad1' is bad");
    }

    [Test]
    public Task Refuses_a_diagnostic_that_only_a_build_reports() =>
        AssertRefused(new AnalyzerVerifier(new NameAnalyzer(atCompilationEnd: true)), "class C { void [|Bad|]() { } }", "only by a build");

    [Test]
    public Task Refuses_an_analyzer_that_throws() =>
        AssertRefused(new AnalyzerVerifier(new ThrowingAnalyzer()), "class C { }", "warning AD0001");

    [Test]
    public async Task Refuses_an_unnamed_marker_where_there_are_several_rules() =>
        await Assert.ThrowsAsync<FormatException>(() => new AnalyzerVerifier(new ThrowingAnalyzer()).VerifyAsync("[|class|] C { }"));

    [Test]
    public async Task Includes_what_a_generator_adds()
    {
        const string Markup = "partial class C { public void Good() => Generated(); }";

        await WithGenerator("partial class C { void Generated() { } }").VerifyAsync(Markup);
        await AssertRefused(_verifier, Markup, "error CS0103");
    }

    [TestCase("partial class C { void Generated() { return 1; } }", "error CS0127", TestName = "Refuses_an_error_in_generated_code")]
    [TestCase("partial class C { void Generated() { } int _unused; }", "warning CS0169", TestName = "Refuses_a_warning_in_generated_code")]
    [TestCase("partial class C { void Generated() { } void Bad() { } }", "warning TEST1", TestName = "Refuses_a_rule_violated_in_generated_code")]
    public Task Refuses_in_generated_code(string generated, string because) =>
        AssertRefused(WithGenerator(generated), "partial class C { public void Good() => Generated(); }", because);

    [Test]
    public Task Refuses_a_generator_that_reports() =>
        AssertRefused(new AnalyzerVerifier(new NameAnalyzer()) { Generator = new SourceGenerator("", reports: true) }, "class C { }", "The generator speaks");

    [Test]
    public async Task Adds_references()
    {
        MetadataReference library = TestCompilation.Create(["public class Library { }"], "Library").ToReference();

        await new AnalyzerVerifier(new NameAnalyzer()) { References = [library] }.VerifyAsync("class C : Library { }");
        await AssertRefused(_verifier, "class C : Library { }", "error CS0246");
    }

    [Test]
    public void Refuses_a_reference_that_does_not_compile() =>
        Assert.That(() => TestCompilation.Create("class C {").ToReference(), Throws.TypeOf<VerificationException>());

    private static AnalyzerVerifier WithGenerator(string source) =>
        new(new NameAnalyzer()) { Generator = new SourceGenerator(source) };

    private static async Task AssertRefused(AnalyzerVerifier verifier, string markup, string because, params string[] messages)
    {
        var exception = await Assert.ThrowsAsync<VerificationException>(() => verifier.VerifyAsync(markup, messages));

        Assert.That(exception?.Message, Does.Contain(because));
    }
}
