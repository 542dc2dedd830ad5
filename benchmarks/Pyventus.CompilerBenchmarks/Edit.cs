using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Pyventus.CompilerBenchmarks;

/// <summary>What somebody types.</summary>
/// <param name="Title">Where.</param>
/// <param name="Path">The file.</param>
/// <param name="Marker">What is replaced.</param>
/// <param name="GetReplacement">What by, at each edit something else.</param>
internal sealed record Edit(string Title, string Path, string Marker, Func<int, string> GetReplacement)
{
    /// <summary>Every kind of edit, in the middle of a solution of so many files.</summary>
    public static IReadOnlyList<Edit> CreateAll(int files)
    {
        string service = SyntheticSolution.GetPath(files / 2);
        return
        [
            new("file without handlers and emit calls", "Program.cs", "arg.Length + 1", static number => $"arg.Length + {number + 2}"),
            new("method body near an emit call", service, "int total = id + 1", static number => $"int total = id + {number + 2}"),
            new("signature of a handler", service, "OnChanged(int id, string customer)", static number => $"OnChanged(int id, {(number % 2 == 0 ? "object" : "string?")} customer)"),
            new("new member beside a handler", service, "private int _count;", static number => $"private int _count, _other{number};"),
            new("new method, its name being typed", service, "public int Count", static number => $"public void Added{number}() {{ }} public int Count"),
            new("parameter of a constructor", service, "(EventEmitter emitter)", static number => $"(EventEmitter emitter, int added{number})"),
            new("using directive beside a handler", service, "namespace", static number => $"using Added = System.Collections.Generic.Dictionary<int, {(number % 2 == 0 ? "int" : "long")}>; namespace"),
            new("new type, its name being typed", service, "internal sealed class", static number => $"internal sealed class Added{number}; internal sealed class"),
            new("constant that a handler names", SyntheticSolution.NamesPath, "\"area0.", static number => $"\"added{number}."),
            new("member of the base class of all handler classes", SyntheticSolution.BasePath, "{", static number => $"{{ protected int Added{number};"),
            new("base type of that class: another result everywhere", SyntheticSolution.BasePath, "class ServiceBase", static number => $"class ServiceBase : {(number % 2 == 0 ? "ICloneable" : "IComparable")}"),
        ];
    }

    /// <summary>The compilation after the edit.</summary>
    /// <param name="original">The compilation before any edit.</param>
    /// <param name="number">Counts the edits.</param>
    public CSharpCompilation Apply(CSharpCompilation original, int number)
    {
        SyntaxTree tree = original.SyntaxTrees.First(item => item.FilePath == Path);
        SourceText text = tree.GetText();
        int start = text.ToString().IndexOf(Marker, StringComparison.Ordinal);
        SyntaxTree edited = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(start, Marker.Length), GetReplacement(number))));
        return original.ReplaceSyntaxTree(tree, edited);
    }
}
