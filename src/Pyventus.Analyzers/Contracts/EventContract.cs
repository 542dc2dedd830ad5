using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.Analyzers;

/// <summary>What one assembly's table says about one named event of one linker.</summary>
/// <param name="IsOwn">Whether the assembly is the one being compiled.</param>
/// <param name="EventName">The event.</param>
/// <param name="Linker">The metadata name of the linker type.</param>
/// <param name="Parameters">The arguments; null when a type in them is internal to the assembly, so that nothing can be checked.</param>
/// <param name="Signature">The arguments as a reader sees them.</param>
/// <param name="Handlers">The ids of the handlers, in the order in which they run.</param>
/// <param name="Declaration">The method with <c>[Emits]</c> that declares the event; null when its handlers make the contract.</param>
internal sealed record EventContract(
    bool IsOwn,
    string EventName,
    string Linker,
    ImmutableArray<IParameterSymbol>? Parameters,
    string Signature,
    ImmutableArray<string> Handlers,
    string? Declaration)
{
    /// <summary>How many leading arguments an emission has to give.</summary>
    public int RequiredCount => Parameters?.TakeWhile(static parameter => !parameter.IsOptional).Count() ?? 0;

    /// <summary>The contract and where it comes from, the declaration or the first handler, for messages.</summary>
    public string Description =>
        Declaration is not null ? $"{Signature}, as '{Declaration}' declares it"
        : Handlers.IsEmpty ? Signature
        : $"{Signature} of '{Handlers[0]}'";

    /// <summary>The event as messages write it.</summary>
    public static string Quote(string eventName) => SymbolDisplay.FormatLiteral(eventName, quote: true);

    /// <summary>Whether an emission may give arguments of these types.</summary>
    public bool AcceptsArguments(ImmutableArray<ITypeSymbol> types, Compilation compilation)
    {
        if (Parameters is not { } parameters)
        {
            return true;
        }

        return types.Length >= RequiredCount
            && types.Length <= parameters.Length
            && types.Select((type, index) => PayloadConversion.Exists(type, parameters[index].Type, compilation)).All(static fits => fits);
    }

    /// <summary>Whether a handler may take parameters of these types.</summary>
    public bool AcceptsHandler(ImmutableArray<ITypeSymbol> types, Compilation compilation) =>
        Parameters is not { } parameters
        || (types.Length <= parameters.Length && Converts([.. parameters.Select(static parameter => parameter.Type)], types, compilation));

    /// <summary>Whether a handler of another assembly takes a leading part of what is declared, and has defaults of its own only for more.</summary>
    public bool AcceptsHandler(ImmutableArray<IParameterSymbol> payload, Compilation compilation)
    {
        return Parameters is not { } parameters || payload.Select(Fits).All(static fits => fits);

        bool Fits(IParameterSymbol parameter, int index) =>
            index < parameters.Length
                ? PayloadConversion.Exists(parameters[index].Type, parameter.Type, compilation)
                    && !PayloadDifference.HasOtherDefault(parameter, parameters[index], isDeclared: true)
                : parameter.HasExplicitDefaultValue;
    }

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
