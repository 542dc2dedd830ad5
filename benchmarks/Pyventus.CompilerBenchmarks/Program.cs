using Pyventus.CompilerBenchmarks;

// dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- keystroke   the generator after an edit in an editor, with --interceptors as in a build
// dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- analyzers   the analyzers beside the compiler's own binding
// dotnet run -c Release --project benchmarks/Pyventus.CompilerBenchmarks -- build       a whole build with and without them
switch (args)
{
    case ["keystroke"]:
        KeystrokeCommand.Run(interceptors: false);
        return 0;
    case ["keystroke", "--interceptors"]:
        KeystrokeCommand.Run(interceptors: true);
        return 0;
    case ["analyzers"]:
        await AnalyzersCommand.RunAsync();
        return 0;
    case ["build"]:
        await BuildCommand.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("keystroke [--interceptors] | analyzers | build");
        return 2;
}
