using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>An event with one handler, as the generator writes it.</summary>
/// <param name="name">The name of the event.</param>
/// <param name="requiredCount">How many leading arguments have no default value.</param>
/// <param name="handlerId">The stable id of the handler.</param>
/// <param name="handle">The handler.</param>
/// <param name="defaultValue">The default value of each optional argument.</param>
internal sealed class TestTableEvent<TPayload>(string name, int requiredCount, string handlerId, Action<TPayload> handle, object? defaultValue = null)
    : TableEvent<TPayload>(name, requiredCount, 1)
    where TPayload : struct, IPayload<TPayload>
{
    protected override TableHandler[] CreateHandlers() => [new TableHandler(handlerId, 0, TableHandlerTraits.None)];

    public override object? GetDefaultValue(int index) => defaultValue;

    public override void FanOut(ref EmissionFrame frame, in TPayload payload)
    {
        try
        {
            handle(payload);
        }
        catch (Exception exception)
        {
            frame.Failed(0, exception);
        }
    }

    public override ValueTask Invoke(int handler, ref EmissionFrame frame, in TPayload payload)
    {
        handle(payload);
        return default;
    }
}
