using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>One event of a generated table: its key, its contract and its handlers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TableEvent
{
    private protected TableEvent(EventKey key, int requiredCount, TableHandler[] handlers)
    {
        Key = key;
        RequiredCount = requiredCount;
        Handlers = handlers;
    }

    /// <summary>The event.</summary>
    public EventKey Key { get; }

    /// <summary>How many leading arguments have no default value.</summary>
    public int RequiredCount { get; }

    /// <summary>The handlers in the order in which they run; their positions are the numbers <c>Invoke</c> takes.</summary>
    internal TableHandler[] Handlers { get; }

    /// <summary>The default value of an optional argument, boxed.</summary>
    /// <param name="index">The position of the argument, at least <see cref="RequiredCount"/>.</param>
    public virtual object? GetDefaultValue(int index) => null;

    internal abstract PayloadContract CreateContract();

    internal abstract HandlerInvoker CreateInvoker(int handler);
}
