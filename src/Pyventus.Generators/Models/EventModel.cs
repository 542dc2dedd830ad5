namespace Pyventus.Generators.Models;

/// <summary>One event of one linker with everything its generated file says.</summary>
internal sealed record EventModel
{
    /// <summary>What the names of the generated members end with; unique in the assembly.</summary>
    public required string Identifier { get; init; }

    /// <summary>The name of the generated file; unique in the assembly, whatever the case.</summary>
    public required string HintName { get; init; }

    /// <summary>The linker type.</summary>
    public required TypeModel Linker { get; init; }

    /// <summary>The event.</summary>
    public required EventKeyModel Key { get; init; }

    /// <summary>The arguments.</summary>
    public required EquatableArray<ContractParameterModel> Contract { get; init; }

    /// <summary>How many leading arguments have no default value.</summary>
    public required int RequiredCount { get; init; }

    /// <summary>The method with <c>[Emits]</c> that declares the event; null when its handlers make the contract.</summary>
    public required string? Declaration { get; init; }

    /// <summary>The handlers in the order in which they run.</summary>
    public required EquatableArray<HandlerCallModel> Handlers { get; init; }

    /// <summary>Whether other events can match this one: it is a pattern, or a handler of it gets derived types too.</summary>
    public bool IsOpen => Key.IsPattern || Handlers.Any(static handler => handler.IncludesDerived);

    /// <summary>Whether an emission that nothing observes can call the handlers straight away. Nobody emits a pattern.</summary>
    public bool IsDirect =>
        !Key.IsPattern
        && Handlers.Any(static handler => !handler.IsOnce)
        && Handlers.All(static handler => handler.IsOnce || handler.IsDirect);

    /// <summary>Whether the handlers are direct and have no traits: nothing has to stand for them until something else than an emission asks.</summary>
    public bool IsPlain => IsDirect && Handlers.All(static handler => handler is { IsOnce: false, IncludesDerived: false, IsMatched: false });
}
