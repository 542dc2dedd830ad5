namespace Pyventus.Generators.Models;

/// <summary>What a handler returns.</summary>
internal enum ReturnKind
{
    /// <summary>Nothing.</summary>
    Void,

    /// <summary>A result.</summary>
    Value,

    /// <summary>A result whose static type is <c>dynamic</c>.</summary>
    Dynamic,

    /// <summary>A <c>Task</c>.</summary>
    Task,

    /// <summary>A <c>Task&lt;T&gt;</c>.</summary>
    TaskOfT,

    /// <summary>A <c>ValueTask</c>.</summary>
    ValueTask,

    /// <summary>A <c>ValueTask&lt;T&gt;</c>.</summary>
    ValueTaskOfT,
}
