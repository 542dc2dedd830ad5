using System.Globalization;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

internal sealed class DeterminismTests
{
    private static readonly string[] _sources =
    [
        "namespace N1; internal class A { [On(\"e\", \"f\")] internal static void H(double a = 1.5) { } [Once<Uri>] internal static void H2() { } }",
        "namespace N2; internal class B { [On(\"e\")] internal static void H(double b) { } [On<Uri>(Order = -1)] internal static void H2(Uri u) { } }",
        "namespace N1; internal class C { [On(\"e\", \"f\")] internal void H() { } [On(\"ı\", \"i\", \"I\", \"İ\")] internal static void H2(decimal d = -1.5m, int i = -3) { } }",
    ];

    [Test]
    public void Two_runs_are_the_same_byte_by_byte()
    {
        var first = Generate.From(_sources);
        var second = Generate.From(_sources);

        Assert.That(second.Sources, Is.EqualTo(first.Sources));
    }

    [Test]
    public void The_order_of_the_files_does_not_matter()
    {
        var expected = Generate.From(_sources).Sources;

        Assert.That(Generate.From([.. _sources.Reverse()]).Sources, Is.EqualTo(expected));
        Assert.That(Generate.From(_sources[1], _sources[0], _sources[2]).Sources, Is.EqualTo(expected));
    }

    [Test]
    public void The_culture_does_not_matter()
    {
        var expected = Generate.From(_sources).Sources;
        CultureInfo culture = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "minus";
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.That(Generate.From(_sources).Sources, Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Test]
    public void Lines_end_with_a_line_feed_and_nothing_else()
    {
        string text = string.Concat(Generate.From([.. _sources.Select(static source => source.Replace("; ", ";\r\n", StringComparison.Ordinal))]).Sources.Values);

        Assert.That(text, Does.Not.Contain("\r"));
        Assert.That(text.Split('\n'), Has.None.EndsWith(" "));
    }

    [TestCase("(double a = 1.5)", "(double a = 2.5)", TestName = "A default is part of the content hash")]
    [TestCase("Order = -1", "Order = -2", TestName = "An order is part of the content hash")]
    [TestCase("[Once<Uri>]", "[On<Uri>]", TestName = "A kind is part of the content hash")]
    [TestCase("\"e\", \"f\"", "\"e\", \"g\"", TestName = "A name is part of the content hash")]
    [TestCase("class A", "class Z", TestName = "A handler is part of the content hash")]
    [TestCase("static void H(double b) { }", "static int H(double b) => 1;", TestName = "A result is part of the content hash")]
    public void Content_hash(string before, string after)
    {
        string[] edited = [.. _sources.Select(source => source.Replace(before, after, StringComparison.Ordinal))];

        Assert.That(HashOf(edited), Is.Not.EqualTo(HashOf(_sources)));
    }

    [Test]
    public void What_is_not_wired_is_not_part_of_the_content_hash()
    {
        Assert.That(HashOf([.. _sources, "internal class Unrelated;"]), Is.EqualTo(HashOf(_sources)));
    }

    private static string HashOf(string[] sources) =>
        Generate.From(sources).Sources["LinkerTable.g.cs"].Split('\n').Single(static line => line.Contains(": base(", StringComparison.Ordinal));
}
