using Microsoft.CodeAnalysis;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>A generator of one step, for testing the harness.</summary>
/// <param name="write">The output.</param>
/// <param name="select">The value of the step.</param>
/// <param name="isTracked">Whether the output depends on the step, or on the compilation itself.</param>
internal sealed class FakeGenerator(
    Action<SourceProductionContext, object> write, Func<Compilation, object>? select = null, bool isTracked = true) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var step = context.CompilationProvider.Select((compilation, _) => select?.Invoke(compilation) ?? "constant").WithTrackingName(TrackingNames.Only);
        context.RegisterSourceOutput(step, write);
        if (!isTracked)
        {
            context.RegisterSourceOutput(context.CompilationProvider, static (_, _) => { });
        }
    }
}
