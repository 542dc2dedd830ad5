using Microsoft.CodeAnalysis;

namespace Pyventus.Analyzers.Tests.Documentation;

internal sealed class RulePageTests
{
    private static readonly string[] _headings =
        ["What triggers it", "Why it cannot work", "Wrong", "Right", "How to fix it", "How to suppress it"];

    private static IEnumerable<string> Ids => Rules.Descriptors.Select(static rule => rule.Id);

    [TestCaseSource(nameof(Ids))]
    public void Page_says_what_the_rule_is(string id)
    {
        var rule = Get(id);
        var page = new RulePage(id);

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.StartWith($"# {id}: {rule.Title}\n\n**Severity**: {rule.DefaultSeverity} · **Category**: {rule.Category}\n"));
            Assert.That(page.Headings, Is.EqualTo(_headings));
            Assert.That(page.Text, Does.Contain($"dotnet_diagnostic.{id}.severity = none"));
        });
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Wrong_code_has_the_diagnostic_and_right_code_has_none(string id)
    {
        var page = new RulePage(id);

        (_, var wrong) = await Rules.AnalyzeAsync(page.GetCode("Wrong"));
        (_, var right) = await Rules.AnalyzeAsync(page.GetCode("Right"));

        Assert.Multiple(() =>
        {
            Assert.That(wrong.Select(static diagnostic => diagnostic.Id).Distinct(), Is.EqualTo(new[] { id }));
            Assert.That(right, Is.Empty);
        });
    }

    [TestCaseSource(nameof(Ids))]
    public void Help_link_names_the_page(string id) =>
        Assert.That(Get(id).HelpLinkUri, Is.EqualTo($"https://github.com/pyventus/pyventus-dotnet/blob/main/docs/rules/{id}.md"));

    [TestCaseSource(nameof(Ids))]
    public void Rule_is_in_the_index(string id) =>
        Assert.That(
            File.ReadAllLines(Path.Combine(RulePage.Folder, "README.md")),
            Has.One.EqualTo($"| [{id}]({id}.md) | {Get(id).DefaultSeverity} | {Get(id).Title} |"));

    [TestCaseSource(nameof(Ids))]
    public void Rule_is_tracked_for_a_release(string id)
    {
        string folder = Path.Combine(Repository.Root, "src", "Pyventus.Analyzers");
        string[] lines =
        [
            .. File.ReadAllLines(Path.Combine(folder, "AnalyzerReleases.Shipped.md")),
            .. File.ReadAllLines(Path.Combine(folder, "AnalyzerReleases.Unshipped.md")),
        ];

        Assert.That(lines, Has.One.EqualTo($"{id} | {Get(id).Category} | {Get(id).DefaultSeverity} | {Get(id).Title}"));
    }

    // PYV1504 is an error of the packed targets, which no analyzer reports.
    [Test]
    public void There_is_no_page_without_a_rule() =>
        Assert.That(
            Directory.GetFiles(RulePage.Folder).Select(Path.GetFileName),
            Is.EquivalentTo(Ids.Append("PYV1504").Select(static id => $"{id}.md").Append("README.md")));

    [Test]
    public void Ids_are_used_once() =>
        Assert.That(Rules.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Distinct().Select(static rule => rule.Id), Is.Unique);

    private static DiagnosticDescriptor Get(string id) => Rules.Descriptors.Single(rule => rule.Id == id);
}
