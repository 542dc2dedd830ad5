using Pyventus.Benchmarks.Measuring;

namespace Pyventus.Benchmarks.Floor;

/// <summary>The program that measures, as it runs under the JIT or as a native binary.</summary>
internal sealed class CasesProgram
{
    private const string Name = "Pyventus.Benchmarks.Cases";

    private readonly string _program;
    private readonly string[] _first;

    private CasesProgram(string program, params string[] first)
    {
        _program = program;
        _first = first;
    }

    /// <summary>The one built with this program.</summary>
    public static CasesProgram UnderTheJit() => new("dotnet", "exec", Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"));

    /// <summary>Compiles it for .NET 9: NativeAOT for .NET 10 cannot be restored everywhere.</summary>
    public static async Task<CasesProgram> PublishAsync()
    {
        string folder = Repository.GetPath("artifacts", "benchmarks", "native");
        await Command.RunAsync("dotnet", "publish", Repository.GetPath("benchmarks", Name), "-c", "Release", "-f", "net9.0", "-o", folder, "-v", "q", "-nologo");
        return new CasesProgram(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Name}.exe" : Name));
    }

    /// <summary>Runs it in a process of its own.</summary>
    /// <returns>The lines it wrote.</returns>
    public Task<string[]> RunAsync(params string[] arguments) => Command.RunAsync(_program, [.. _first, .. arguments]);
}
