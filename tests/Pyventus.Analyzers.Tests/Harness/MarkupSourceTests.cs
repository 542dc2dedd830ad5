using Microsoft.CodeAnalysis.Text;
using Pyventus.Roslyn.Testing;

namespace Pyventus.Analyzers.Tests.Harness;

internal sealed class MarkupSourceTests
{
    [Test]
    public void Markers_leave_the_text_and_become_spans()
    {
        var source = MarkupSource.Parse("a {|X1:bc|} [|d|] {|X2:|}e[]{}|");

        Assert.Multiple(() =>
        {
            Assert.That(source.Text, Is.EqualTo("a bc d e[]{}|"));
            Assert.That(source.Expected, Is.EqualTo(new ExpectedDiagnostic[]
            {
                new("X1", new TextSpan(2, 2)),
                new(null, new TextSpan(5, 1)),
                new("X2", new TextSpan(7, 0)),
            }));
        });
    }

    [Test]
    public void Markers_nest()
    {
        var source = MarkupSource.Parse("{|X1:a{|X2:[|b|]|}|}");

        Assert.That(source.Expected, Is.EquivalentTo(new ExpectedDiagnostic[]
        {
            new("X1", new TextSpan(0, 2)),
            new("X2", new TextSpan(1, 1)),
            new(null, new TextSpan(1, 1)),
        }));
    }

    [TestCase("{|X1:a")]
    [TestCase("[|a")]
    [TestCase("a|}")]
    [TestCase("a|]")]
    [TestCase("{|X1:a|]")]
    [TestCase("[|a|}")]
    [TestCase("{|a|}")]
    [TestCase("{|:a|}")]
    [TestCase("{|X 1:a|}")]
    public void Malformed_markup_is_refused(string markup) =>
        Assert.That(() => MarkupSource.Parse(markup), Throws.TypeOf<FormatException>());
}
