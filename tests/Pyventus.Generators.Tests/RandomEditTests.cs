using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pyventus.Generators.Parsing;

namespace Pyventus.Generators.Tests;

/// <summary>
/// After any edit, a parser that goes on from what it knows finds what a new one does. The files depend on each other in every
/// way there is; most edits break some, and others mend them.
/// </summary>
internal sealed class RandomEditTests
{
    private const int EditsPerSequence = 50;

    private static readonly string[] _sources =
    [
        """
        namespace Shop
        {
            internal static class Names { public const string A = "a"; public const string B = Others.Prefix + A; public const int Count = (int)Level.High; internal static Order Order => new(); }
            internal enum Level { Low, High = Others.Two, Higher }
        }
        """,
        """
        namespace Shop
        {
            internal static class Others { public const string Prefix = "p."; internal const int Two = 2; internal class Nested { public const string A = "nested"; } }
            [Obsolete] internal class Old;
            internal interface IMath { static int Zero => 0; }
        }
        """,
        """
        using Shop; using static Shop.Others;
        namespace Desk
        {
            internal class Handlers(IStore store) : Parent
            {
                [On(Names.A)] internal void One(Order order, Level level = Level.High) { }
                [On(Names.B, Nested.A, OnSuccess = nameof(Done))] internal Money Two() => default;
                internal void Done(int x) { }
                [On<Order>(IncludeDerived = true)] internal static Task Three(Item item) => Task.CompletedTask;
                [On("store")] internal static Task<int> Four(IStore store) { return Task.FromResult(Zero()); }
                [On("keyed")] internal static ValueTask<int> Five([FromKeyedServices(Level.Low)] Old old) { return new(Zero()); }
                private static int Zero() => 0;
            }
        }
        """,
        """
        namespace Shop
        {
            internal class Item { public int Id; }
            internal class Order : Item { public Level Level { get; set; } }
            internal interface IStore : IMath { void Save(Order order); }
        }
        """,
        """
        namespace Desk
        {
            internal class Parent { public int Size; public const string Low = "parent"; }
            internal struct Money { public static implicit operator int(Money money) => 1; }
            internal partial class Parts { internal const string Name = "parts"; internal static void Callback(int x) { } }
        }
        """,
        """
        namespace Desk
        {
            internal partial class Parts { [On(Name, OnSuccess = "Callback")] internal static partial Task<int> Half(); [On(Low)] internal void Instance() { } }
        }
        """,
        """
        namespace Desk
        {
            internal partial class Parts : Parent { internal static partial Task<int> Half() => Task.FromResult(1); internal int Field; internal Parts(Shop.Order order) { } }
        }
        """,
        """
        using Local = Desk.Custom;
        namespace Desk
        {
            internal class Custom : NumberedLinker { public Custom() : base(Shop.Others.Two) { } }
            internal class Uses { [On("uses", Linker = typeof(Local))] internal static ValueTask Custom() => ValueTask.CompletedTask; [Alias("c" + nameof(Shop.Names.Order.Level), Linker = typeof(Linked))] internal Shop.Level Level() => default; }
        }
        """,
        """
        global using Alias = Pyventus.OnAttribute; global using static Shop.Names; global using Texts = Shop.Others; global using Linked = Desk.Linker;
        global using Microsoft.Extensions.DependencyInjection;
        """,
        """
        internal static partial class Events { [Emits(Texts.Prefix)] internal static partial void Raised(this EventEmitter emitter, Shop.Order order, Shop.Level level = Shop.Level.Low); [On(B)] internal static void B1() { } }
        """,
        """
        namespace Desk { internal class Linker : EventLinker { public Linker() { } } internal class NumberedLinker : EventLinker { internal NumberedLinker(int number) : base(number) { } } }
        """,
    ];

    private static readonly string[] _modifiers =
    [
        "public", "internal", "private", "static", "partial", "required", "abstract", "const", "file", "sealed", "class", "interface", "struct", "record", "enum",
    ];

    private static readonly string[] _additions =
    [
        "internal class Task { internal static Task CompletedTask => null; }", "internal class OnAttribute : Attribute { public OnAttribute(string name) { } }", "internal class Nested { public const string A = \"shadow\"; }",
        "internal const string A = \"added\";", "public required int Needed;", "internal static int Zero;", "static abstract int Abstract();", "public static implicit operator long(Money money) => 2;",
        "internal class Level;", "internal enum Level { High, Low }", "namespace Shop { internal class Money; }", "namespace Order { }", "namespace System.Threading.Tasks { internal class Task; }",
        "internal Parts(int x) { }", "public Custom(int x) { }", "public Linker(string s = \"\") { }", "internal static void Callback() { }", "internal void Done() { }", "internal int First, Second;", "private in",
        "[Obsolete(\"\", true)]", "\n#nullable disable\n", "\n#nullable enable\n", "using Shop;", "using Level = System.Int32;", "using static Desk.Parent;", "{", "}", ";", "internal delegate void Order();", "extern alias Shop;",
    ];

    [Test]
    public void Before_any_edit_everything_is_found()
    {
        Models.ProjectModel project = new ProjectParser().Parse(TestCompilation.Create(_sources), CancellationToken.None);

        Assert.That(project.Handlers, Has.Count.EqualTo(10));
        Assert.That(project.Declarations, Has.Count.EqualTo(1));
        Assert.That(project.LinkerLimits, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_parser_that_goes_on_finds_what_a_new_one_does([Range(1, 16)] int seed)
    {
        var random = new Random(seed);
        CSharpCompilation original = TestCompilation.Create(_sources);
        string[] words = [.. _modifiers, .. GetTokens(original.SyntaxTrees).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.Text).Distinct()];
        CSharpCompilation compilation = original;
        var parser = new ProjectParser();
        for (int number = 0; number < EditsPerSequence; number++)
        {
            CSharpCompilation before = compilation;
            compilation = Edit(compilation, original, words, random);
            Assert.That(
                parser.Parse(compilation, CancellationToken.None),
                Is.EqualTo(new ProjectParser().Parse(compilation, CancellationToken.None)),
                () => $"After edit {number} of sequence {seed}:\n{string.Join('\n', compilation.SyntaxTrees.Except(before.SyntaxTrees))}\nwhich was\n{string.Join('\n', before.SyntaxTrees.Except(compilation.SyntaxTrees))}");
        }
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, CSharpCompilation original, string[] words, Random random)
    {
        int file = random.Next(_sources.Length);
        SyntaxTree tree = compilation.SyntaxTrees[file];
        SourceText text = tree.GetText();
        SyntaxToken[] tokens = [.. GetTokens([tree])];
        SyntaxToken token = tokens[random.Next(tokens.Length)];
        MemberDeclarationSyntax[] members = [.. tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()];
        MemberDeclarationSyntax? member = members.Length == 0 ? null : members[random.Next(members.Length)];
        TextChange change = random.Next(10) switch
        {
            0 or 1 or 2 => new TextChange(token.IsKind(SyntaxKind.IdentifierToken) ? token.Span : new TextSpan(token.SpanStart, 0), words[random.Next(words.Length)] + " "),
            3 => new TextChange(token.Span, ""),
            4 when member is not null => new TextChange(member.FullSpan, ""),
            5 or 6 => new TextChange(new TextSpan(member?.SpanStart ?? 0, 0), _additions[random.Next(_additions.Length)] + " "),
            _ => new TextChange(new TextSpan(0, text.Length), original.SyntaxTrees[file].ToString()),
        };
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(change)));
    }

    private static IEnumerable<SyntaxToken> GetTokens(IEnumerable<SyntaxTree> trees) => trees.SelectMany(static tree => tree.GetRoot().DescendantTokens());
}
