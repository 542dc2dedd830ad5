using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>
/// The typed arguments of one emission. Implemented by the <see cref="Payload"/> family, one struct per number of
/// arguments, so that everything behind the public arity families is written once.
/// </summary>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPayload<TSelf>
    where TSelf : struct, IPayload<TSelf>
{
    /// <summary>The number of arguments, 0 to 8.</summary>
    static abstract int Arity { get; }

    /// <summary>The declared types of the arguments, a new array.</summary>
    static abstract Type[] GetTypes();

    /// <summary>Builds a payload from boxed arguments.</summary>
    /// <param name="arguments">Exactly <see cref="Arity"/> arguments, each of its declared type (or null where that is a reference or nullable type).</param>
    static abstract TSelf Create(object?[] arguments);

    /// <summary>Builds a payload from an event object, its only argument.</summary>
    /// <param name="event">The object.</param>
    static virtual TSelf CreateFromObject(object @event) => TSelf.Create([@event]);

    /// <summary>Calls a delegate with the arguments.</summary>
    /// <param name="action">An <see cref="Action"/> of exactly these types; not checked.</param>
    /// <param name="payload">The arguments.</param>
    static abstract void Call(Delegate action, in TSelf payload);

    /// <summary>The argument at the position, boxed.</summary>
    /// <param name="index">0 to <see cref="Arity"/> - 1.</param>
    object? GetArgument(int index);
}
