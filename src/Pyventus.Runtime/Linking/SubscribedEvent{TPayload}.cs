using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// Subscribers that are finished when they return and need nothing but arguments, some of them subscribed at run time, as one
/// direct event: first the handlers of a table, all of them, then delegates.
/// </summary>
internal sealed class SubscribedEvent<TPayload> : TableEvent<TPayload>
    where TPayload : struct, IPayload<TPayload>
{
    private readonly SubscriberEntry[] _entries;
    private readonly TableEvent<TPayload>? _head;
    private readonly Delegate[] _actions;

    /// <param name="key">The event.</param>
    /// <param name="entries">The subscribers.</param>
    /// <param name="head">The event of the table that has the first of them; null when all are delegates.</param>
    /// <param name="actions">The others.</param>
    public SubscribedEvent(EventKey key, SubscriberEntry[] entries, TableEvent<TPayload>? head, Delegate[] actions)
        : base(key.Value, 0, entries.Length)
    {
        _entries = entries;
        _head = head;
        _actions = actions;
    }

    public override bool IsDirect => true;

    public override object? RunDirect(EventEmitter emitter, TPayload payload, object? state)
    {
        if (_head is not null)
        {
            state = _head.RunDirect(emitter, payload, state);
        }

        Delegate[] actions = _actions;
        for (int index = 0; index < actions.Length; index++)
        {
            try
            {
                TPayload.Call(actions[index], in payload);
            }
            catch (Exception exception)
            {
                state = DirectHandlers.Failed(emitter, Key, GetName(index), exception, state);
            }
        }

        return state;
    }

    public override void FanOut(ref EmissionFrame frame, in TPayload payload)
    {
        _head?.FanOut(ref frame, in payload);
        Delegate[] actions = _actions;
        for (int index = 0; index < actions.Length; index++)
        {
            try
            {
                TPayload.Call(actions[index], in payload);
            }
            catch (Exception exception)
            {
                frame.State.Failed(GetName(index), exception);
            }
        }
    }

    public override ValueTask Invoke(int handler, ref EmissionFrame frame, in TPayload payload) =>
        throw new NotSupportedException("Subscribers are called one by one through their invokers.");

    protected override TableHandler[] CreateHandlers() => _head?.Handlers ?? [];

    private string GetName(int action) => _entries[_entries.Length - _actions.Length + action].Subscriber.Name;
}
