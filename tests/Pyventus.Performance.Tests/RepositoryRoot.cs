namespace Pyventus.Performance.Tests;

/// <summary>Where the sources are.</summary>
internal static class RepositoryRoot
{
    private static readonly string _root = Find();

    /// <summary>A path in the repository.</summary>
    public static string GetPath(params ReadOnlySpan<string> parts) => Path.Combine([_root, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pyventus.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run in the repository only.");
    }
}
