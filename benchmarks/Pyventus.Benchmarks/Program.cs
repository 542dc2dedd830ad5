using BenchmarkDotNet.Running;
using Pyventus.Benchmarks.Floor;

// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- floor                     ratios to the baselines, in fresh processes
// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- floor --aot               the same as a native binary
// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- --filter '*' --job short  BenchmarkDotNet's tables
if (args is ["floor", .. string[] options])
{
    return await FloorCommand.RunAsync(options);
}

BenchmarkSwitcher.FromAssembly(typeof(FloorCommand).Assembly).Run(args);
return 0;
