using Pyventus.Benchmarks.Measuring;

namespace Pyventus.Benchmarks.StartUp;

/// <summary>A program in a folder of its own, built from generated sources.</summary>
internal sealed class StartUpProject
{
    private const string Package = """<PackageReference Include="Microsoft.Extensions.Logging.Abstractions" />""";

    private readonly string _folder;

    private StartUpProject(string folder, string name)
    {
        _folder = folder;
        Name = name;
    }

    public string Name { get; }

    /// <summary>A program without the library.</summary>
    public static StartUpProject CreatePlain(string workspace, string name, IEnumerable<string> sources, bool usesLogging = false) =>
        Create(workspace, name, sources, usesLogging ? Package : string.Empty, string.Empty);

    /// <summary>A program with the library and so many handlers.</summary>
    /// <param name="workspace">Where the project gets its folder.</param>
    /// <param name="name">The project.</param>
    /// <param name="handlers">How many handlers it has.</param>
    /// <param name="properties">What else its project file says.</param>
    /// <param name="additions">Other sources.</param>
    public static StartUpProject CreateLinked(string workspace, string name, int handlers, string properties = "", params IEnumerable<string> additions)
    {
        string references = $"""
            <ProjectReference Include="{Repository.GetPath("src", "Pyventus.Runtime", "Pyventus.Runtime.csproj")}" />
                <ProjectReference Include="{Repository.GetPath("src", "Pyventus.Generators", "Pyventus.Generators.csproj")}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            """;
        return Create(workspace, name, [ProgramSources.Linked, .. ProgramSources.GetHandlers(handlers), .. additions], references, properties);
    }

    /// <summary>Builds it for the JIT.</summary>
    /// <returns>The arguments of <c>dotnet</c> that start it.</returns>
    public async Task<string[]> BuildAsync()
    {
        await Command.RunAsync("dotnet", "build", _folder, "-c", "Release", "-f", "net10.0", "-v", "q", "-nologo");
        return ["exec", Path.Combine(_folder, "bin", "Release", "net10.0", $"{Name}.dll")];
    }

    /// <summary>Builds a native binary.</summary>
    /// <returns>The binary.</returns>
    public async Task<string> PublishAsync()
    {
        string output = Path.Combine(_folder, "native");
        await Command.RunAsync("dotnet", "publish", _folder, "-c", "Release", "-f", "net9.0", "-o", output, "-v", "q", "-nologo");
        return Path.Combine(output, OperatingSystem.IsWindows() ? $"{Name}.exe" : Name);
    }

    private static StartUpProject Create(string workspace, string name, IEnumerable<string> sources, string references, string properties)
    {
        string folder = Directory.CreateDirectory(Path.Combine(workspace, name)).FullName;
        // Not those of the repository.
        File.WriteAllText(Path.Combine(workspace, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(workspace, "Directory.Packages.props"), $"""<Project><Import Project="{Repository.GetPath("Directory.Packages.props")}" /></Project>""");
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFrameworks>net9.0;net10.0</TargetFrameworks>
                <PublishAot Condition="'$(TargetFramework)' == 'net9.0'">true</PublishAot>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <CopyOutputSymbolsToPublishDirectory>false</CopyOutputSymbolsToPublishDirectory>
                <NoWarn>$(NoWarn);NU1603</NoWarn>
                <InterceptorsNamespaces>$(InterceptorsNamespaces);Pyventus.Generated</InterceptorsNamespaces>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
        int number = 0;
        foreach (string source in sources)
        {
            File.WriteAllText(Path.Combine(folder, $"Source{number++}.cs"), source);
        }

        return new StartUpProject(folder, name);
    }
}
