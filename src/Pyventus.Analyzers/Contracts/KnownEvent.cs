using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>One event of one linker, as one assembly's table knows it.</summary>
/// <param name="IsOwn">Whether the assembly is the one being compiled.</param>
/// <param name="Name">The name or pattern of a named event.</param>
/// <param name="Type">The type of an event object.</param>
/// <param name="Linker">The metadata name of the linker type.</param>
/// <param name="Parameters">The arguments; null when a type in them is internal to the assembly, so that nothing can be checked.</param>
/// <param name="Signature">The arguments as a reader sees them.</param>
/// <param name="Handlers">The ids of the handlers, in the order in which they run.</param>
/// <param name="Declaration">The method with <c>[Emits]</c> that declares the event; null when its handlers make the contract.</param>
/// <param name="HasAsyncHandlers">Whether a handler is asynchronous.</param>
internal sealed record KnownEvent(
    bool IsOwn,
    string? Name,
    ITypeSymbol? Type,
    string Linker,
    ImmutableArray<IParameterSymbol>? Parameters,
    string Signature,
    ImmutableArray<string> Handlers,
    string? Declaration,
    bool HasAsyncHandlers)
{
    /// <summary>The metadata name of the type of an event object.</summary>
    public string? TypeName => Type is null ? null : MetadataNames.Of(Type);

    /// <summary>Whether the name is a pattern.</summary>
    public bool IsPattern => Name is { } name && EventPatterns.IsPattern(name);

    /// <summary>How many leading arguments an emission has to give.</summary>
    public int RequiredCount => Parameters?.TakeWhile(static parameter => !parameter.IsOptional).Count() ?? 0;

    /// <summary>The contract and where it comes from, the declaration or the first handler, for messages.</summary>
    public string Description =>
        Declaration is not null ? $"{Signature}, as '{Declaration}' declares it"
        : Handlers.IsEmpty ? Signature
        : $"{Signature} of '{Handlers[0]}'";

    /// <summary>A name as messages write it.</summary>
    public static string Quote(string eventName) => SymbolDisplay.FormatLiteral(eventName, quote: true);

    /// <summary>The name in double quotes, or the type in single ones.</summary>
    public override string ToString() => Type is { } type ? $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'" : Quote(Name!);

    /// <summary>Whether the attribute of a handler for the same linker names this event.</summary>
    public bool IsNamedBy(EventReference reference) => reference.Name == Name && (reference.Type is null ? null : MetadataNames.Of(reference.Type)) == TypeName;

    /// <summary>Whether handlers of the pattern get emissions of this event.</summary>
    public bool IsMatchedBy(string pattern) =>
        Type is not null ? pattern == EventPatterns.All : !IsPattern && EventPatterns.Matches(pattern, Name!);

    /// <summary>Whether an emission may give arguments of these types. Patterns take a leading part of them.</summary>
    public bool AcceptsArguments(ImmutableArray<ITypeSymbol> types, Compilation compilation) =>
        Parameters is not { } parameters
        || (types.Length >= RequiredCount
            && (types.Length <= parameters.Length || IsPattern)
            && types.Zip(parameters, (type, parameter) => PayloadConversion.Exists(type, parameter.Type, compilation)).All(static fits => fits));

    /// <summary>Whether a delegate with parameters of these types can be subscribed.</summary>
    public bool AcceptsDelegate(ImmutableArray<ITypeSymbol> types, Compilation compilation) =>
        Parameters is not { } parameters
        || (types.Length <= parameters.Length && Converts([.. parameters.Select(static parameter => parameter.Type)], types, compilation));

    /// <summary>Whether a handler takes a leading part of the arguments, and has default values for whatever else it takes.</summary>
    public bool AcceptsHandler(ImmutableArray<IParameterSymbol> payload, Compilation compilation) =>
        Parameters is not { } parameters
        || payload.Select((parameter, index) => index < parameters.Length
            ? PayloadConversion.Exists(parameters[index].Type, parameter.Type, compilation)
            : ParameterRules.HasDefault(parameter)).All(static fits => fits);

    /// <summary>Whether a handler of another assembly goes with this contract: one payload is a leading part of the other.</summary>
    public bool IsCompatible(ImmutableArray<IParameterSymbol> payload, Compilation compilation)
    {
        if (Parameters is not { } parameters)
        {
            return true;
        }

        ImmutableArray<ITypeSymbol> own = [.. payload.Select(static parameter => parameter.Type)];
        ImmutableArray<ITypeSymbol> others = [.. parameters.Select(static parameter => parameter.Type)];
        return (own.Length <= others.Length && Converts(others, own, compilation))
            || (others.Length <= own.Length && Converts(own, others, compilation));
    }

    private static bool Converts(ImmutableArray<ITypeSymbol> given, ImmutableArray<ITypeSymbol> taken, Compilation compilation) =>
        taken.Select((type, index) => PayloadConversion.Exists(given[index], type, compilation)).All(static fits => fits);
}
