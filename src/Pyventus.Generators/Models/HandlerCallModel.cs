namespace Pyventus.Generators.Models;

/// <summary>How generated code calls one handler and what the runtime has to know about it.</summary>
internal sealed record HandlerCallModel
{
    /// <summary>The stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The <c>Order</c> of the attribute.</summary>
    public required int Order { get; init; }

    /// <summary>Whether the attribute is <c>[Once]</c>.</summary>
    public required bool IsOnce { get; init; }

    /// <summary>The <c>ForceAsync</c> of the attribute.</summary>
    public required bool ForceAsync { get; init; }

    /// <summary>The C# name of the containing type.</summary>
    public required string ContainingType { get; init; }

    /// <summary>The name of the method, escaped.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the method is static.</summary>
    public required bool IsStatic { get; init; }

    /// <summary>Whether generated code can create an instance with <c>new()</c>.</summary>
    public required bool CanCreateInstance { get; init; }

    /// <summary>All parameters, in order.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>What the method returns.</summary>
    public required ReturnKind Returns { get; init; }

    /// <summary>Whether the returned task may be null by its annotation.</summary>
    public required bool ReturnsNullable { get; init; }

    /// <summary>What the body of the method shows of the tasks that it returns.</summary>
    public required TaskCompletion Completion { get; init; }

    /// <summary>The class the handler is called on; null for a static handler.</summary>
    public required HandlerClassModel? Class { get; init; }

    /// <summary>What runs after the handler succeeded.</summary>
    public required CallbackModel? OnSuccess { get; init; }

    /// <summary>What runs after the handler failed.</summary>
    public required CallbackModel? OnFailure { get; init; }

    /// <summary>Whether the handler does not name the event it is listed for: a pattern or a base type of it matches.</summary>
    public required bool IsMatched { get; init; }

    /// <summary>Whether the handler, listed for an event type it names, gets derived types too.</summary>
    public required bool IncludesDerived { get; init; }

    /// <summary>The position of the method among the members of its type, for a handler that meets those of other events; else 0.</summary>
    public required int MemberIndex { get; init; }

    /// <summary>Whether the handler returns a task.</summary>
    public bool IsAsync => Returns is ReturnKind.Task or ReturnKind.TaskOfT or ReturnKind.ValueTask or ReturnKind.ValueTaskOfT;

    /// <summary>Whether the handler may be unfinished when it returns.</summary>
    public bool MayPend => IsAsync && Completion == TaskCompletion.Unknown;

    /// <summary>Whether something may have to be known of what the handler returns, where nobody wants a result.</summary>
    public bool ReturnsOutcome => IsAsync && Completion != TaskCompletion.Succeeded;

    /// <summary>Whether the handler is a call that needs the arguments of the event, and nothing else of the emission.</summary>
    public bool IsDirect =>
        IsStatic
        && !MayPend
        && !ForceAsync
        && OnSuccess is null
        && OnFailure is null
        && Parameters.All(static parameter => parameter.Kind is ParameterKind.Payload or ParameterKind.CancellationToken);

    /// <summary>Whether the handler is a call that an <c>Action</c> of the event's arguments can stand for.</summary>
    public bool IsAction => IsDirect && !IsOnce && !IsAsync && Parameters.All(static parameter => parameter.Kind == ParameterKind.Payload);

    /// <summary>Whether the handler or a callback of it gets the context of the emission.</summary>
    public bool TakesContext =>
        Parameters.Any(static parameter => parameter.Kind == ParameterKind.Context)
        || OnSuccess is { TakesContext: true }
        || OnFailure is { TakesContext: true };

    /// <summary>Whether the handler is called on an instance or takes services.</summary>
    public bool UsesServices => !IsStatic || Parameters.Any(static parameter => parameter.Kind == ParameterKind.Service);
}
