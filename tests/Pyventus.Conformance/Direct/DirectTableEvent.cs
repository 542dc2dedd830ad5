using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>
/// A direct event with two handlers, as the generator writes it. A handler writes <c>a</c> or <c>b</c> and how it was
/// called: directly, by the fan-out of an emission, or alone.
/// </summary>
internal sealed class DirectTableEvent() : TableEvent<Payload<List<string>>>("direct", 1, 2, isPlain: true)
{
    public static readonly DirectTableEvent Instance = Register();

    /// <summary>What the handlers throw after they have written; null for nothing.</summary>
    public Exception? Thrown { get; set; }

    public override bool IsDirect => true;

    protected override TableHandler[] CreateHandlers() =>
        [new TableHandler("Tests!Handlers.A()#0", 0, TableHandlerTraits.None), new TableHandler("Tests!Handlers.B()#0", 0, TableHandlerTraits.None)];

    public override object? RunDirect(EventEmitter emitter, Payload<List<string>> payload, object? state)
    {
        for (int handler = 0; handler < 2; handler++)
        {
            try
            {
                Handle(payload.Item1, handler, "directly");
            }
            catch (Exception exception)
            {
                state = DirectHandlers.Failed(emitter, this, handler, exception, state);
            }
        }

        return state;
    }

    public override void FanOut(ref EmissionFrame frame, in Payload<List<string>> payload)
    {
        for (int handler = 0; handler < 2; handler++)
        {
            try
            {
                Handle(payload.Item1, handler, "by fan-out");
            }
            catch (Exception exception)
            {
                frame.Failed(handler, exception);
            }
        }
    }

    public override ValueTask Invoke(int handler, ref EmissionFrame frame, in Payload<List<string>> payload)
    {
        Handle(payload.Item1, handler, "alone");
        return default;
    }

    public override Delegate? GetAction(int handler) => (Action<List<string>>)(log => Handle(log, handler, "as a delegate"));

    private static DirectTableEvent Register()
    {
        var tableEvent = new DirectTableEvent();
        LinkerTable.Register(new TestTable("Pyventus.Conformance.Direct", typeof(DirectLinker), tableEvent));
        return tableEvent;
    }

    private void Handle(List<string> log, int handler, string how)
    {
        log.Add($"{(handler == 0 ? "a" : "b")} {how}");
        if (Thrown is not null)
        {
            throw Thrown;
        }
    }
}
