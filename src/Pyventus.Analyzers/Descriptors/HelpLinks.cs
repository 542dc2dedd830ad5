namespace Pyventus.Analyzers;

/// <summary>Where the pages of the rules are.</summary>
internal static class HelpLinks
{
    public const string Base = "https://github.com/pyventus/pyventus-dotnet/blob/main/docs/rules/";
    public const string Extension = ".md";
}
