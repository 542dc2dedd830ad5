using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>What the runtime has to know about one compile-time handler of one event.</summary>
/// <param name="id">The stable id, <c>Assembly!Type.Method(ParameterTypes)#attribute</c>; the same for each event of one attribute, which is one subscriber.</param>
/// <param name="order">The <see cref="OnAttribute.Order"/>.</param>
/// <param name="traits">How the handler runs.</param>
/// <param name="memberIndex">The position of the method among the members of its type; said only for handlers of patterns and of derived types, which meet handlers of other events.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TableHandler(string id, int order, TableHandlerTraits traits, int memberIndex = 0)
{
    /// <summary>The stable id.</summary>
    public string Id { get; } = id;

    /// <summary>The order.</summary>
    public int Order { get; } = order;

    /// <summary>How the handler runs.</summary>
    public TableHandlerTraits Traits { get; } = traits;

    /// <summary>The position of the method among the members of its type.</summary>
    public int MemberIndex { get; } = memberIndex;

    /// <summary>Whether the event is not named by the handler, but matched by a pattern or base type that it names.</summary>
    internal bool IsMatched => (Traits & TableHandlerTraits.Matched) != 0;
}
