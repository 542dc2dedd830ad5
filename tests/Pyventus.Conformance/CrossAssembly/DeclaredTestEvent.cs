using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>An event of an <see cref="int"/> that a table declares without handling it, as the generator writes it.</summary>
/// <param name="name">The name of the event.</param>
internal sealed class DeclaredTestEvent(string name) : TableEvent<Payload<int>>(name, 1, 0)
{
    protected override TableHandler[] CreateHandlers() => [];

    public override string Declaration => "Library.Declared";

    public override void FanOut(ref EmissionFrame frame, in Payload<int> payload)
    {
    }

    public override ValueTask Invoke(int handler, ref EmissionFrame frame, in Payload<int> payload) => throw new ArgumentOutOfRangeException(nameof(handler));
}
