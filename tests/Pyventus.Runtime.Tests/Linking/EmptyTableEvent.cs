using Pyventus.CompilerServices;

namespace Pyventus.Runtime.Tests;

/// <summary>An event of a table without handlers.</summary>
internal sealed class EmptyTableEvent(EventKey key) : TableEvent<Payload>(key.Value, 0, 0)
{
    protected override TableHandler[] CreateHandlers() => [];

    public override void FanOut(ref EmissionFrame frame, in Payload payload)
    {
    }

    public override ValueTask Invoke(int handler, ref EmissionFrame frame, in Payload payload) => throw new ArgumentOutOfRangeException(nameof(handler));
}
