namespace Pyventus;

/// <summary>The result of a handler, for the success callback; read once the handler has succeeded.</summary>
internal abstract class HandlerResult
{
    public abstract object? Value { get; }

    public static HandlerResult Of<T>(T value) => new Available(value);

    public static HandlerResult Of<T>(Task<T> task) => new OfTask<T>(task);

    private sealed class Available(object? value) : HandlerResult
    {
        public override object? Value => value;
    }

    private sealed class OfTask<T>(Task<T> task) : HandlerResult
    {
        public override object? Value => task.GetAwaiter().GetResult();
    }
}
