using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>Compiled assemblies with generated code, loaded beside the real runtime.</summary>
internal sealed class RunningProgram : IDisposable
{
    private const string Entry = """
        public static partial class Entry
        {
            private static readonly List<string> _log = [];
            public static void Log(object? text) { lock (_log) { _log.Add(FormattableString.Invariant($"{text}")); } }
            public static async Task<string> RunAsync() { await Run(); return string.Join(", ", _log); }
        }
        """;

    private readonly AssemblyLoadContext _context;
    private readonly Dictionary<string, byte[]> _images;
    private readonly Assembly _assembly;

    /// <summary>Loads the last compilation; the others are its references.</summary>
    public RunningProgram(params Compilation[] compilations)
        : this(new AssemblyLoadContext("Program under test", isCollectible: true), compilations)
    {
    }

    private RunningProgram(AssemblyLoadContext context, params Compilation[] compilations)
    {
        _context = context;
        _images = compilations.ToDictionary(static compilation => compilation.AssemblyName!, Emit);
        _context.Resolving += (_, name) => _images.ContainsKey(name.Name!) ? Load(name.Name!) : null;
        _assembly = Load(compilations[^1].AssemblyName!);
    }

    /// <summary>Generates for the sources, runs <c>Entry.Run</c>, which logs to <c>Entry.Log</c>, and returns the log.</summary>
    public static Task<string> RunAsync(params string[] sources) => RunAsync(Generate.From([.. sources, Entry]));

    /// <summary>Does the same in a build that allows interceptors.</summary>
    public static Task<string> RunInterceptingAsync(params string[] sources) => RunAsync(Generate.Intercepting([.. sources, Entry]));

    /// <summary>Does the same in a context that is never unloaded and has the library for itself, so that no table but the program's is there.</summary>
    public static Task<string> RunInterceptingAloneAsync(params string[] sources) =>
        new RunningProgram(new LibraryLoadContext(), Generate.Intercepting([.. sources, Entry]).Output).InvokeAsync("Entry", "RunAsync");

    /// <summary>Calls a static method that returns a <c>Task&lt;string&gt;</c>.</summary>
    public Task<string> InvokeAsync(string type, string method) =>
        (Task<string>)_assembly.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, null)!;

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private static async Task<string> RunAsync(GeneratorRun run)
    {
        using var program = new RunningProgram(run.Output);
        return await program.InvokeAsync("Entry", "RunAsync");
    }

    private Assembly Load(string name) => _context.LoadFromStream(new MemoryStream(_images[name]));

    private static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success ? stream.ToArray() : throw new VerificationException(string.Join('\n', result.Diagnostics));
    }
}
