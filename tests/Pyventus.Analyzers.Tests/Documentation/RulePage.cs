using System.Text.RegularExpressions;

namespace Pyventus.Analyzers.Tests.Documentation;

/// <summary>The page of a rule under docs/rules.</summary>
internal sealed partial class RulePage(string id)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "rules");

    public string Text { get; } = File.ReadAllText(Path.Combine(Folder, $"{id}.md"));

    /// <summary>The headings, in order.</summary>
    public IEnumerable<string> Headings => Heading().Matches(Text).Select(static match => match.Groups[1].Value);

    /// <summary>The C# below a heading.</summary>
    public string GetCode(string heading) =>
        Code().Match(Text[Text.IndexOf($"## {heading}\n", StringComparison.Ordinal)..]).Groups[1].Value;

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
