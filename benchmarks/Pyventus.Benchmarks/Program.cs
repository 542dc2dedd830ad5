using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- --filter '*'               everything, about 15 minutes
// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- --filter '*' --job short   rough figures in a third of it
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
