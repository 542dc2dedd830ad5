using BenchmarkDotNet.Running;
using Pyventus.Benchmarks.Floor;
using Pyventus.Benchmarks.StartUp;

// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- floor                     ratios to the baselines, in fresh processes
// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- floor --aot               the same as a native binary
// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- start-up                  whole processes, JIT and native, and sizes
// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- --filter '*' --job short  BenchmarkDotNet's tables
switch (args)
{
    case ["floor", .. string[] options]:
        return await FloorCommand.RunAsync(options);
    case ["start-up"]:
        return await StartUpCommand.RunAsync();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FloorCommand).Assembly).Run(args);
        return 0;
}
