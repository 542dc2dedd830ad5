using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>Calls one handler of a generated table.</summary>
internal sealed class TableInvoker<TPayload>(TableEvent<TPayload> tableEvent, int handler) : HandlerInvoker<TPayload>
    where TPayload : struct, IPayload<TPayload>
{
    public override Delegate? Action => tableEvent.GetAction(handler);

    public override ValueTask Invoke(ref EmissionFrame frame, in TPayload payload) => tableEvent.Invoke(handler, ref frame, in payload);
}
