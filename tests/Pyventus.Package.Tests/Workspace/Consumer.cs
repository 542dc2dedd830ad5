using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Pyventus.Package.Tests;

/// <summary>A program of a user in a folder of its own, which knows nothing of the checkout but the package.</summary>
internal sealed partial class Consumer
{
    private static readonly TimeSpan _buildDeadline = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _runDeadline = TimeSpan.FromMinutes(1);
    private readonly string _folder;

    private Consumer(string folder)
    {
        _folder = folder;
    }

    /// <summary>Copies one of the <c>Consumers</c> of this project.</summary>
    public static Consumer Create(string name)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "Consumers", name);
        string folder = Path.Combine(TestWorkspace.Root, $"{name}-{Guid.NewGuid():N}");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new Consumer(folder);
    }

    /// <summary>Builds the project or solution in the folder.</summary>
    public Task<CommandResult> BuildAsync(params IEnumerable<string> arguments) => DotNetAsync(["build", "-c", "Release", .. arguments]);

    /// <summary>Which assemblies of the package the compiler gets, from a design-time build such as an IDE makes.</summary>
    public async Task<string[]> CompilerPartsAsync(string project, params IEnumerable<string> arguments)
    {
        CommandResult build = (await DotNetAsync(
        [
            "build", project, "-restore", "-t:Compile", "-getItem:CscCommandLineArgs",
            "-p:DesignTimeBuild=true", "-p:BuildProjectReferences=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            .. arguments,
        ])).MustSucceed();
        return [.. CompilerPart().Matches(build.Output).Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
    }

    /// <summary>Runs a <c>dotnet</c> command in the folder, with a package cache that ends with the workspace.</summary>
    public Task<CommandResult> DotNetAsync(params IEnumerable<string> arguments)
    {
        Command command = new Command("dotnet", _folder, arguments)
            .With("PyventusVersion", TestWorkspace.Version)
            .With("NUGET_PACKAGES", Path.Combine(TestWorkspace.Root, "packages"));
        return (MachinePackages() is { } packages ? command.With("NUGET_FALLBACK_PACKAGES", packages) : command).RunAsync(_buildDeadline);
    }

    /// <summary>Runs what was built, on the runtime there is: that of a later version runs the programs of an earlier one.</summary>
    public Task<CommandResult> RunAsync(string program, string framework) =>
        new Command("dotnet", _folder, "exec", Path.Combine(Path.GetDirectoryName(program)!, "bin", "Release", framework, Path.GetFileName(program)))
            .With("DOTNET_ROLL_FORWARD", "Major")
            .RunAsync(_runDeadline);

    /// <summary>Publishes the project in the folder for one framework.</summary>
    public Task<CommandResult> PublishAsync(string framework) =>
        DotNetAsync("publish", "-c", "Release", $"-p:TargetFrameworks={framework}", "-f", framework, "-o", "published");

    /// <summary>Runs what was published as a binary of its own.</summary>
    public Task<CommandResult> RunPublishedAsync(string program)
    {
        string folder = Path.Combine(_folder, "published");
        return new Command(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program), folder).RunAsync(_runDeadline);
    }

    /// <summary>Whether calls of an assembly were intercepted by what the package generated.</summary>
    public bool HasInterceptors(string assembly)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(_folder, assembly)));
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.TypeDefinitions.Any(type => metadata.GetString(metadata.GetTypeDefinition(type).Name).EndsWith("__CallSites", StringComparison.Ordinal));
    }

    /// <summary>When a file of the program was written.</summary>
    public DateTime GetLastWriteTime(string file) => File.GetLastWriteTimeUtc(Path.Combine(_folder, file));

    /// <summary>What the program has to write, line by line.</summary>
    public string[] ExpectedLines() => File.ReadAllLines(Path.Combine(_folder, "expected.txt"));

    [GeneratedRegex("\"Identity\": \"/analyzer:.*(Pyventus\\.\\w+\\.dll)\"")]
    private static partial Regex CompilerPart();

    // Packages the machine has already need no second download.
    private static string? MachinePackages()
    {
        string folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(folder) ? folder : null;
    }
}
