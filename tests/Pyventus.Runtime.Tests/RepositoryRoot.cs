namespace Pyventus.Runtime.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string directory) =>
        File.Exists(System.IO.Path.Combine(directory, "global.json"))
            ? directory
            : Find(System.IO.Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("No directory above the tests has a global.json."));
}
