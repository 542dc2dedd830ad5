using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pyventus.Generators.Models;
using Pyventus.Generators.Parsing;

namespace Pyventus.Generators.Tests;

/// <summary>Which files are parsed again after an edit: a handler that is the same object was not.</summary>
internal sealed class ParsedAgainTests
{
    // One handler per file; that of the second binds a call to find out that it has completed, that of the last has its body elsewhere.
    private static readonly string[] _files =
    [
        """
        internal class First
        {
            public const string Name = "first";
            private int _field = 1;
            [On(Name)] internal static void H(int x) { }
            internal static int Count(int y) => y;
            internal int Value => _field;
            internal First() { _field = 2; }
        }
        internal interface IFirst { void M(); }
        internal partial class Shared { internal static void Callback() { } }
        """,
        "internal class Second { [On(\"second\")] internal static Task H() => Task.FromResult(First.Count(1)); }",
        "internal class Third { [On(\"third\")] internal static void H() { } }",
        """
        internal partial class Shared
        {
            [On("shared", OnSuccess = "Callback")] internal static partial void H();
        }
        """,
        """
        internal partial class Shared
        {
            internal static partial void H() { }
            internal static IEnumerable<int> Sequence() { return [1]; }
        }
        """,
    ];

    [TestCase("H(int x) { }", "H(int x) { Count(x); }", TestName = "The body of a handler")]
    [TestCase("=> y;", "=> y + 1;", TestName = "An expression as a body")]
    [TestCase("Callback() { }", "Callback() { Console.WriteLine(); }", TestName = "The body of a callback")]
    [TestCase("{ _field = 2; }", "{ _field = 3; int local = 1; }", TestName = "The body of a constructor")]
    [TestCase("Value => _field", "Value => -_field", TestName = "The body of a property")]
    [TestCase("H(int x) { }", "H(int x) {\n#pragma warning disable CS0219\n int y = 0; }", TestName = "A directive in a body")]
    [TestCase("internal class First", "// comment\ninternal  class First", TestName = "Comments and white space")]
    public void After_an_edit_of_a_body_its_file_only(string before, string after) =>
        Assert.That(ParsedAgain(_files, before, after), Is.EqualTo(new[] { "first" }));

    [TestCase("Count(int y)", "Count(int z)", TestName = "A parameter")]
    [TestCase("H(int x)", "H(long x)", TestName = "The parameter of a handler")]
    [TestCase("internal static int Count", "internal static long Count", TestName = "A result")]
    [TestCase("[On(Name)] internal", "[On(Name, Order = 1)] internal", TestName = "An attribute")]
    public void After_an_edit_of_a_signature_its_file_and_what_binds_calls(string before, string after) =>
        Assert.That(ParsedAgain(_files, before, after), Is.EqualTo(new[] { "first", "second" }));

    [TestCase("\"first\"", "\"other\"", TestName = "A constant")]
    [TestCase("\"first\"", "\"\"\"other\"\"\"", TestName = "A raw string")]
    [TestCase("int Count(", "int Number(", TestName = "A name")]
    [TestCase("internal static int Count", "private static int Count", TestName = "An accessibility")]
    [TestCase("class First", "class First : IDisposable", TestName = "A base type")]
    [TestCase("internal class First", "global using Alias = First; internal class First", TestName = "A using directive")]
    [TestCase("void M();", "void M(int x);", TestName = "A member of an interface")]
    [TestCase("Callback()", "Callback(CancellationToken token)", TestName = "A member of a part")]
    [TestCase("internal First()", "internal First(int x)", TestName = "A constructor")]
    [TestCase("private int _field", "private required int _field", TestName = "A field")]
    [TestCase("{ _field = 2; }", "{ _field = 2;\n#nullable disable\n}", TestName = "A nullable directive in a body")]
    [TestCase("internal interface", "\n#nullable disable\ninternal interface", TestName = "A nullable directive")]
    [TestCase("internal interface", "internal class Added; internal interface", TestName = "A type")]
    public void After_an_edit_of_anything_else_every_file(string before, string after) =>
        Assert.That(ParsedAgain(_files, before, after).Count(), Is.EqualTo(4));

    [TestCase("void H() { }", "void H() { Console.WriteLine(); }", TestName = "The body of a partial method")]
    [TestCase("return [1];", "yield return 1;", TestName = "A method that becomes an iterator")]
    public void After_an_edit_of_a_body_that_others_look_into_every_file(string before, string after) =>
        Assert.That(ParsedAgain([_files[4], .. _files[..4]], before, after).Count(), Is.EqualTo(4));

    [Test]
    public void After_an_edit_of_top_level_statements_no_other_file() =>
        Assert.That(ParsedAgain(["Console.WriteLine(1);", .. _files], "WriteLine(1);", "WriteLine(2); int x = 3;"), Is.Empty);

    [Test]
    public void Types_after_top_level_statements_are_compared() =>
        Assert.That(ParsedAgain(["Console.WriteLine(1); class Last { }", .. _files], "class Last", "class Other").Count(), Is.EqualTo(4));

    [Test]
    public void With_other_references_every_file()
    {
        MetadataReference reference = TestCompilation.Create(["public class Elsewhere;"], "Elsewhere").ToReference();
        Assert.That(ParsedAgain(_files, compilation => compilation.AddReferences(reference)).Count(), Is.EqualTo(4));
    }

    [TestCase("Renamed", false)]
    [TestCase(TestCompilation.AssemblyName, true)]
    public void With_another_assembly_name_or_options_every_file(string name, bool changesOptions) =>
        Assert.That(
            ParsedAgain(_files, compilation => compilation.WithAssemblyName(name)
                .WithOptions(changesOptions ? compilation.Options.WithModuleName("Other") : compilation.Options)).Count(),
            Is.EqualTo(4));

    [Test]
    public void With_another_order_of_files_every_file() =>
        Assert.That(ParsedAgain(_files, static compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse())).Count(), Is.EqualTo(4));

    [Test]
    public void Without_an_edit_no_file() => Assert.That(ParsedAgain(_files, static compilation => compilation.Clone()), Is.Empty);

    private static IEnumerable<string> ParsedAgain(string[] files, string before, string after) =>
        ParsedAgain(files, compilation =>
        {
            SyntaxTree tree = compilation.SyntaxTrees.First();
            string text = tree.ToString();
            Assert.That(text, Does.Contain(before));
            return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(before, after, StringComparison.Ordinal))));
        });

    // The first event of each handler that was parsed again.
    private static IEnumerable<string> ParsedAgain(string[] files, Func<CSharpCompilation, Compilation> edit)
    {
        CSharpCompilation compilation = TestCompilation.Create(files);
        var parser = new ProjectParser();
        HashSet<HandlerModel> known = new(parser.Parse(compilation, CancellationToken.None).Handlers, ReferenceEqualityComparer.Instance);
        Assert.That(known, Has.Count.EqualTo(4));
        return [.. parser.Parse(edit(compilation), CancellationToken.None).Handlers.Where(handler => !known.Contains(handler)).Select(static handler => handler.Events[0].Name!)];
    }
}
