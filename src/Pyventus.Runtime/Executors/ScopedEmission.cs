namespace Pyventus;

/// <summary>An emission that may go on when the call that started it has returned, so that it has a scope of its own.</summary>
internal sealed class ScopedEmission(EventEmission emission, ExecutionContext? context) : QueuedWork(context)
{
    public EventEmission Emission { get; } = emission;

    /// <inheritdoc/>
    public override void Accept(object service) => Emission.Accept(service);

    /// <inheritdoc/>
    public override bool TryDrop() => Emission.TryDrop();

    /// <inheritdoc/>
    public override void ReportDropped(Exception reason) => Emission.ReportDropped(reason);

    /// <inheritdoc/>
    public override void Release(object service) => Emission.Release(service);
}
