using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Pyventus.CompilerServices;

/// <summary>One event of a generated table: its key, its contract and its handlers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TableEvent
{
    // Fields, not properties, what the first emission needs: nothing is inlined at start-up.

    /// <summary>The <see cref="EventKey.Value"/> of <see cref="Key"/>.</summary>
    internal readonly object EventId;

    /// <summary>How many handlers a fan-out calls: all but the once handlers.</summary>
    internal readonly int FanOutCount;

    /// <summary>Whether the handlers are direct and have no traits, so that no subscriber can be missed where they are called.</summary>
    internal readonly bool IsPlain;

    private TableHandler[]? _handlers;
    private CompletedEmission? _completed;

    private protected TableEvent(object key, int requiredCount, int fanOutCount, bool isPlain)
    {
        EventId = key;
        RequiredCount = requiredCount;
        FanOutCount = fanOutCount;
        IsPlain = isPlain;
    }

    /// <summary>The event.</summary>
    public EventKey Key => new(EventId);

    /// <summary>How many leading arguments have no default value.</summary>
    public int RequiredCount { get; }

    /// <summary>The default value of an optional argument, boxed.</summary>
    /// <param name="index">The position of the argument, at least <see cref="RequiredCount"/>.</param>
    public virtual object? GetDefaultValue(int index) => null;

    /// <summary>The contract as a reader sees it, such as <c>(int id, string customer = "guest")</c>; null for an event object.</summary>
    public virtual string? Signature => null;

    /// <summary>The method with <see cref="EmitsAttribute"/> that declares the event, so that no other table's contract goes before this one; null when there is none.</summary>
    public virtual string? Declaration => null;

    /// <summary>Calls the success callback of a handler, unguarded.</summary>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="frame">The emission.</param>
    /// <param name="result">What the handler returned, boxed; null when it has no result.</param>
    /// <returns>The callback's task, or a completed one.</returns>
    public virtual ValueTask Succeeded(int handler, ref EmissionFrame frame, object? result) => default;

    /// <summary>Calls the failure callback of a handler, unguarded.</summary>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="frame">The emission.</param>
    /// <param name="exception">What the handler threw.</param>
    /// <returns>The callback's task, or a completed one.</returns>
    public virtual ValueTask Failed(int handler, ref EmissionFrame frame, Exception exception) => default;

    /// <summary>Whether <c>RunDirect</c> does all that an unobserved <c>Emit</c> to the handlers has to do.</summary>
    public virtual bool IsDirect => false;

    /// <summary>A delegate that calls a handler with exactly the arguments of the contract, for a synchronous handler that takes nothing else.</summary>
    /// <param name="handler">The position of the handler.</param>
    /// <returns>An <see cref="Action"/> of as many arguments; null when the handler needs more.</returns>
    public virtual Delegate? GetAction(int handler) => null;

    /// <summary>The handlers in the order in which they run. Asked for once or a few times, and not before something else than an emission needs them.</summary>
    protected abstract TableHandler[] CreateHandlers();

    /// <summary>The type of the payload that the contract prescribes.</summary>
    internal abstract Type PayloadType { get; }

    /// <summary>The handlers in the order in which they run; their positions are the numbers <c>Invoke</c> takes. Thread-safe.</summary>
    internal TableHandler[] Handlers => _handlers ??= CreateHandlers();

    /// <summary>What an awaited emission to the handlers of a fan-out returns when nothing fails.</summary>
    internal ref readonly ValueTask<EmissionResult> Completed => ref _completed is { } known ? ref known.Task : ref CreateCompleted().Task;

    internal abstract PayloadContract CreateContract();

    internal abstract HandlerInvoker CreateInvoker(int handler);

    // Of its own, for the rest is inlined at each call site.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompletedEmission CreateCompleted() => _completed ??= new CompletedEmission(FanOutCount);
}
