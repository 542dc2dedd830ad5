using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- --filter '*'               everything
// dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- --filter '*' --job short   rough figures, about 6 minutes
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
