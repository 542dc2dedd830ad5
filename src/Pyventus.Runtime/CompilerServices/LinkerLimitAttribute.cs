using System.ComponentModel;

namespace Pyventus.CompilerServices;

/// <summary>Tells the analyzers how many subscribers an event of a custom linker can have, where its constructor says so with a constant.</summary>
/// <param name="linkerType">The linker type.</param>
/// <param name="maxSubscribers">Its limit.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class LinkerLimitAttribute(Type linkerType, int maxSubscribers) : Attribute
{
    /// <summary>The linker type.</summary>
    public Type LinkerType { get; } = linkerType;

    /// <summary>Its limit.</summary>
    public int MaxSubscribers { get; } = maxSubscribers;
}
