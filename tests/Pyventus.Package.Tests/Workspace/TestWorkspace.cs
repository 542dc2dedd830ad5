using System.Globalization;

namespace Pyventus.Package.Tests;

/// <summary>
/// A temporary folder outside the repository, with the package as this checkout packs it, in a feed of its own. Made once,
/// before the first test, and removed after the last one.
/// </summary>
[SetUpFixture]
internal sealed class TestWorkspace
{
    private static readonly TimeSpan _packDeadline = TimeSpan.FromMinutes(5);
    private static string? _root;
    private static CommandResult? _pack;

    /// <summary>The checkout.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The version of the package: of this run only, so that no cache serves another one.</summary>
    public static string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The temporary folder.</summary>
    public static string Root => _root ?? throw new InvalidOperationException("The workspace is made before the first test.");

    /// <summary>Where the projects of the checkout are built for the tests, so that the builds of its user stay as they are.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>What packing wrote.</summary>
    public static CommandResult Pack => _pack ?? throw new InvalidOperationException("Packing comes before the first test.");

    /// <summary>The feed that consumers restore from.</summary>
    public static string Feed => Path.Combine(Root, "feed");

    /// <summary>The package.</summary>
    public static string PackageFile => Path.Combine(Feed, $"Pyventus.{Version}.nupkg");

    [OneTimeSetUp]
    public static async Task CreateAsync()
    {
        _root = Directory.CreateTempSubdirectory("pyventus-package-").FullName;

        // Whatever lies in the folders above is not the consumers' business.
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Packages.props"), "<Project />");
        await File.WriteAllTextAsync(
            Path.Combine(Root, "nuget.config"),
            """
            <configuration>
              <packageSources>
                <add key="pyventus-under-test" value="feed" />
              </packageSources>
            </configuration>
            """);

        _pack = await new Command(
            "dotnet", Repository,
            "pack", "src/Pyventus.Runtime", "-c", "Release", "--artifacts-path", Artifacts, "-o", Feed,
            $"-p:PackageVersion={Version}", "-p:ContinuousIntegrationBuild=true")
            .RunAsync(_packDeadline);
        _pack.MustSucceed();
    }

    [OneTimeTearDown]
    public static void Remove()
    {
        if (_root is not null)
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pyventus.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run from inside the checkout, where Pyventus.sln is.");
    }
}
