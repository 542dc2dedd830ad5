using Microsoft.Extensions.DependencyInjection;

namespace Pyventus.Benchmarks.Cases.Services;

/// <summary><c>Emit</c> to a handler of a class that a container makes for each scope, beside making scope and object by hand.</summary>
internal static class ServicesQuestion
{
    private const string Name = "services";

    public static Question Create() => new(Name, "Emit to N handlers of a container", "N", CreateCases);

    private static List<Case> CreateCases()
    {
        var services = new ServiceCollection();
        services.AddPyventus();
        var loops = new ServiceLoops(services.BuildServiceProvider());
        return
        [
            CreateCase("a scope by hand", loops.Call, isBaseline: true),
            CreateCase("Emit, a scope for the handler", loops.Emit),
        ];
    }

    private static Case CreateCase(string variant, Action<int> run, bool isBaseline = false) => new()
    {
        Question = Name,
        Variant = variant,
        Size = 1,
        IsBaseline = isBaseline,
        RunAsync = Case.Synchronously(run),
        GetSum = static () => ServiceHandlers.Sum,
        SumPerOperation = Case.Value,
    };
}
