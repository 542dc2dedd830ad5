using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Harness;

internal sealed class CodeFixVerifierTests
{
    private const string Before = "class C { void [|Bad1|]() { } void [|Bad2|]() { } }";
    private const string After = "class C { void Good1() { } void Good2() { } }";

    [Test]
    public Task Accepts_a_fix_of_one_file() => Verifier(ToGood).VerifyAsync(Before, After);

    [Test]
    public Task Accepts_a_fix_of_several_files() => Verifier(ToGood).VerifyAsync(
        [Before, "class D { void [|Bad3|]() { } }", "class E { }"],
        [After, "class D { void Good3() { } }", "class E { }"]);

    [Test]
    public async Task Accepts_the_named_one_of_several_fixes()
    {
        CodeFixVerifier verifier = Verifier(ToGood, static name => $"Fair{name[3..]}");

        await verifier.VerifyAsync(Before, After, "Rename0");
        await verifier.VerifyAsync(Before, After.Replace("Good", "Fair", StringComparison.Ordinal), "Rename1");
        await Assert.ThrowsAsync<VerificationException>(() => verifier.VerifyAsync(Before, After));
        await Assert.ThrowsAsync<VerificationException>(() => verifier.VerifyAsync(Before, After, "Rename2"));
    }

    [Test]
    public Task Refuses_another_result() =>
        AssertRefused(Verifier(ToGood), Before, "class C { void Good1() { } void Good() { } }", "fixed one by one");

    [Test]
    public Task Refuses_input_that_does_not_verify() =>
        AssertRefused(Verifier(ToGood), "class C { void Bad1() { } }", "class C { void Good1() { } }", "Reported, not expected");

    [Test]
    public Task Refuses_a_result_that_does_not_compile() =>
        AssertRefused(Verifier(static _ => "Good"), Before, "class C { void Good() { } void Good() { } }", "error CS0111");

    [Test]
    public Task Refuses_a_result_that_is_not_clean() =>
        AssertRefused(Verifier(static name => name == "Bad1" ? "Good1" : name), Before, "class C { void Good1() { } void Bad2() { } }", "warning TEST1");

    [Test]
    public Task Refuses_a_fix_that_leaves_a_marked_diagnostic_fixable() =>
        AssertRefused(Verifier(static name => name), "class C { void [|Bad|]() { } }", "class C { void [|Bad|]() { } }", "is still offered");

    [Test]
    public Task Refuses_a_fix_without_fix_all() =>
        AssertRefused(new CodeFixVerifier(new(new NameAnalyzer()), new RenameFix(null, ToGood)), Before, After, "cannot fix all");

    [Test]
    public Task Refuses_a_fix_all_with_another_result() =>
        AssertRefused(WithFixAll(static text => text.Replace("Bad", "Fair", StringComparison.Ordinal)), Before, After, "fixed all in a Document");

    [Test]
    public Task Refuses_a_fix_all_that_leaves_something() =>
        AssertRefused(WithFixAll(static text => text.Replace("Bad1", "Good1", StringComparison.Ordinal)), Before, After, "leaves something to fix");

    [Test]
    public Task Refuses_a_fix_all_that_does_nothing() => AssertRefused(WithFixAll(static _ => null), Before, After, "leaves something to fix");

    [Test]
    public Task Refuses_a_fix_all_that_offers_nothing() =>
        AssertRefused(new CodeFixVerifier(new(new NameAnalyzer()), new RenameFix(new NoFixAll(), ToGood)), Before, After, "no fix for all");

    [Test]
    public async Task Compares_titles()
    {
        await Verifier(ToGood, ToGood).VerifyTitlesAsync(Before, "Rename0", "Rename1", "Rename0", "Rename1");
        await Verifier().VerifyTitlesAsync(Before);
        await Assert.ThrowsAsync<VerificationException>(() => Verifier(ToGood).VerifyTitlesAsync(Before));
        await Assert.ThrowsAsync<VerificationException>(() => Verifier(ToGood).VerifyTitlesAsync(Before, "Rename0"));
        await Assert.ThrowsAsync<VerificationException>(() => Verifier().VerifyTitlesAsync(Before, "Rename0"));
    }

    [Test]
    public async Task A_generator_runs_in_the_fixed_project()
    {
        const string Call = "partial class C { void [|Bad|]() => Generated(); }";
        var analyzers = new AnalyzerVerifier(new NameAnalyzer()) { Generator = new SourceGenerator("partial class C { void Generated() { } }") };

        await new CodeFixVerifier(analyzers, new RenameFix(WellKnownFixAllProviders.BatchFixer, ToGood))
            .VerifyAsync(Call, "partial class C { void Good() => Generated(); }");
        await AssertRefused(Verifier(ToGood), Call, "partial class C { void Good() => Generated(); }", "error CS0103");
    }

    private static string ToGood(string name) => $"Good{name[3..]}";

    private static CodeFixVerifier Verifier(params Func<string, string>[] renames) =>
        new(new(new NameAnalyzer()), new RenameFix(WellKnownFixAllProviders.BatchFixer, renames));

    private static CodeFixVerifier WithFixAll(Func<string, string?> fixAll) =>
        new(new(new NameAnalyzer()), new RenameFix(
            FixAllProvider.Create(async (context, document, _) =>
            {
                var text = await document.GetTextAsync(context.CancellationToken);
                return fixAll(text.ToString()) is { } changed ? document.WithText(Microsoft.CodeAnalysis.Text.SourceText.From(changed)) : null;
            }),
            ToGood));

    private static async Task AssertRefused(CodeFixVerifier verifier, string before, string after, string because)
    {
        var exception = await Assert.ThrowsAsync<VerificationException>(() => verifier.VerifyAsync(before, after));

        Assert.That(exception?.Message, Does.Contain(because));
    }

    private sealed class NoFixAll : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(null);
    }
}
