using System.Reflection;

namespace Shop;

/// <summary>
/// Keeps documentation true: every paragraph of every C# block in a page has to be a run of lines of this project, apart
/// from indentation.
/// </summary>
internal static class CodeBlocks
{
    private static readonly string _sources = string.Join("\n\n", ReadSources().Select(Normalize));

    /// <summary>Prints the paragraphs that this project does not contain.</summary>
    /// <returns>How many there are.</returns>
    public static int CountDifferences(string page)
    {
        string[] blocks = [.. GetBlocks(File.ReadAllText(page))];
        string[] differences = [.. blocks.SelectMany(static block => Normalize(block).Split("\n\n")).Where(static paragraph => !Contains(paragraph))];
        Console.WriteLine($"{page}: {blocks.Length} C# blocks, {differences.Length} paragraphs that are not in the sources of {Assembly.GetExecutingAssembly().GetName().Name}");
        foreach (string paragraph in differences)
        {
            Console.WriteLine($"\n{paragraph}");
        }

        return blocks.Length == 0 ? 1 : differences.Length;
    }

    private static IEnumerable<string> GetBlocks(string page) =>
        page.Split("```csharp\n").Skip(1).Select(static text => text[..text.IndexOf("```", StringComparison.Ordinal)]);

    private static bool Contains(string paragraph) => $"\n{_sources}\n".Contains($"\n{paragraph}\n", StringComparison.Ordinal);

    private static string Normalize(string text) => string.Join('\n', text.Trim().Split('\n').Select(static line => line.Trim()));

    private static IEnumerable<string> ReadSources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
