namespace Pyventus.Benchmarks.Cases.Services;

/// <summary>A class of handlers that a container makes anew for each scope.</summary>
internal sealed class ServiceHandlers
{
    /// <summary>What the handlers add up, so that their calls can be verified.</summary>
    public static long Sum;

    [On("services")]
    internal void Handle(int value) => Sum += value;
}
