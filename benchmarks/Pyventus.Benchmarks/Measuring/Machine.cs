using System.Runtime.InteropServices;

namespace Pyventus.Benchmarks.Measuring;

/// <summary>Where something was measured.</summary>
internal static class Machine
{
    public static string Description { get; } = $"{GetProcessor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}";

    private static string GetProcessor()
    {
        const string ProcessorInformation = "/proc/cpuinfo";
        const string ModelName = "model name";
        string? model = File.Exists(ProcessorInformation)
            ? File.ReadLines(ProcessorInformation).FirstOrDefault(static line => line.StartsWith(ModelName, StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
