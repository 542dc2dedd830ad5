namespace Pyventus.Conformance;

/// <summary>A provider that knows nothing, and runs code of the test whenever it is asked.</summary>
internal sealed class CallbackServiceProvider(Action asked) : IServiceProvider
{
    public object? GetService(Type serviceType)
    {
        asked();
        return null;
    }
}
