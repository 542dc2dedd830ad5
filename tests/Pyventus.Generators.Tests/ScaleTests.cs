using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

internal sealed class ScaleTests
{
    [TestCase(4, 1)]
    [TestCase(5, 3)]
    [TestCase(1_000, 250 + 16 + 1)]
    [TestCase(1_025, 257 + 17 + 2 + 1)]
    public void No_method_grows_with_the_number_of_events(int events, int buckets)
    {
        string handlers = string.Concat(Enumerable.Range(0, events).Select(static index => $"    [On(\"event.{index}\")] internal static void H{index}(int id) {{ }}\n"));

        var run = Generate.From($"internal static class C\n{{\n{handlers}}}");

        Assert.That(run.Events(), Has.Length.EqualTo(events));
        var root = CSharpSyntaxTree.ParseText(run.Sources["LinkerTable.g.cs"]).GetRoot();
        var switches = root.DescendantNodes().OfType<SwitchExpressionSyntax>().ToArray();
        Assert.That(switches, Has.Length.EqualTo(buckets));
        Assert.That(switches.Select(static item => item.Arms.Count), Has.All.LessThanOrEqualTo(17));
        Assert.That(
            root.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(static method => method.DescendantNodes().Count()),
            Has.All.LessThan(1_000));
    }
}
