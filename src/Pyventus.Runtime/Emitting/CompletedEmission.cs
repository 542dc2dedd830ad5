namespace Pyventus;

/// <summary>
/// What <c>EmitAsync</c> returns when so many handlers have run and none has failed. It is made once: where the fields of a
/// task have just been written one by one, the processor has to wait before it can copy them together.
/// </summary>
internal sealed class CompletedEmission(int subscriberCount)
{
    // A field, so that it is copied from here.
    public readonly ValueTask<EmissionResult> Task = new(new EmissionResult(subscriberCount, null));
}
