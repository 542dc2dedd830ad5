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
        "namespace N1; internal class D(Version v) { public string V => v.ToString(); [On(\"**\", \"*\")] internal void H(object? o = null, [Service] Uri? u = null) { } [On<IFormattable>(IncludeDerived = true)] internal static void H2() { } [On<int>] internal static void H3() { } }",
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
        Assert.That(Generate.From(_sources[1], _sources[3], _sources[0], _sources[2]).Sources, Is.EqualTo(expected));
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

    [TestCase("Order<long>", "Order<int>", TestName = "A service is part of the content hash")]
    [TestCase("[Service] Order<long> o", "[Service] Order<long>? o", TestName = "Whether a service is optional is part of the content hash")]
    [TestCase("public B(int x)", "public B(long x)", TestName = "A constructor is part of the content hash")]
    [TestCase("OnSuccess = \"Done\"", "OnFailure = \"Done\"", TestName = "A callback is part of the content hash")]
    [TestCase("Done(string s)", "Done(object s)", TestName = "The parameter of a callback is part of the content hash")]
    [TestCase("Done(string s)", "Done()", TestName = "Whether a callback has a parameter is part of the content hash")]
    [TestCase("\"a.*\"", "\"a.**\"", TestName = "A pattern is part of the content hash")]
    [TestCase("int y = 1", "int y = 2", TestName = "The default of a matching handler is part of the content hash")]
    [TestCase("On<Exception>(IncludeDerived = true)", "On<Exception>", TestName = "Derived types are part of the content hash")]
    [TestCase("internal void First() { }", "", TestName = "The place of a pattern handler is part of the content hash")]
    public void Content_hash_of_more(string before, string after)
    {
        const string Source = """
            internal class Order<T>;
            internal class B
            {
                public B(int x) { }
                internal void First() { }
                [On("a.b", OnSuccess = "Done")] internal string H([Service] Order<long> o) => "";
                [On("a.*")] internal static void P(int y = 1) { }
                [On<Exception>(IncludeDerived = true)] internal static void E() { }
                internal static void Done(string s) { }
            }
            """;
        string edited = Source.Replace(before, after, StringComparison.Ordinal);

        Assert.That(edited, Is.Not.EqualTo(Source));
        Assert.That(HashOf([edited]), Is.Not.EqualTo(HashOf([Source])));
    }

    [Test]
    public void What_is_not_wired_is_not_part_of_the_content_hash()
    {
        Assert.That(HashOf([.. _sources, "internal class Unrelated;"]), Is.EqualTo(HashOf(_sources)));
    }

    private static string HashOf(string[] sources) =>
        Generate.From(sources).Sources["LinkerTable.g.cs"].Split('\n').Single(static line => line.Contains(": base(\"", StringComparison.Ordinal));
}
