namespace Pyventus.Generators.Models;

/// <summary>The calls of one source file that emit one event, by one method, with arguments of the same types.</summary>
internal sealed record CallSiteModel
{
    /// <summary>Whether <c>EmitAsync</c> is called.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>The name of the event; null for an event object.</summary>
    public required string? EventName { get; init; }

    /// <summary>How many arguments the event has.</summary>
    public required int Arity { get; init; }

    /// <summary>The arguments; none when generated code cannot name all their types.</summary>
    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>The C# names of the types that handlers of the event take, when the arguments convert to them; none when they are the arguments' own or not known.</summary>
    public required EquatableArray<string> Contract { get; init; }

    /// <summary>The event of this assembly's table whose handlers take just these arguments; null when there is none, or it is not known.</summary>
    public required BoundEventModel? Bound { get; init; }

    /// <summary>The calls.</summary>
    public required EquatableArray<InterceptedCallModel> Calls { get; init; }

    /// <summary>Whether the types are those of the caller.</summary>
    public bool IsGeneric => Arguments.Count < Arity;
}
