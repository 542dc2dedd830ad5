namespace Pyventus.Analyzers.Tests;

/// <summary>Where the sources of the tests are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Pyventus.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"There is no Pyventus.sln above {AppContext.BaseDirectory}.");
    }
}
