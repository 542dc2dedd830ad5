using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.Roslyn;

/// <summary>What an attribute may list as its events (PYV1001, PYV1002, PYV1005, PYV1006, PYV1101) and how the payload fits them (PYV1106).</summary>
internal static class EventRules
{
    public static void Check(IMethodSymbol method, ImmutableArray<EventReference> events, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (events.IsEmpty)
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.InvalidEventName,
                HandlerProblemPlace.Attribute,
                0,
                HandlerRules.Describe(method),
                "the attribute names no event; give it a name such as \"order.placed\" or a type such as typeof(OrderPlaced)"));
        }

        foreach (EventReference reference in events)
        {
            if (reference.Type is { } type)
            {
                CheckType(reference.Index, type, symbols, problems);
            }
            else
            {
                CheckName(reference, problems);
            }
        }
    }

    /// <summary>An event that an earlier attribute of the other kind lists, for the same linker, is a contradiction.</summary>
    public static void CheckOnAndOnce(
        IMethodSymbol method, AttributeData attribute, ImmutableArray<EventReference> events, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        ISymbol? linker = LinkerRules.GetLinker(attribute) ?? symbols.EventLinker;
        foreach (AttributeData earlier in HandlerRules.GetHandlerAttributes(method, symbols))
        {
            if (earlier.Equals(attribute))
            {
                return;
            }

            if (symbols.IsOn(earlier) == symbols.IsOn(attribute) || !KnownSymbols.Same(LinkerRules.GetLinker(earlier) ?? symbols.EventLinker, linker))
            {
                continue;
            }

            ImmutableArray<EventReference> earlierEvents = EventReference.Read(earlier);
            foreach (EventReference reference in events)
            {
                if (earlierEvents.Any(reference.IsSameEvent))
                {
                    problems.Add(new HandlerProblem(
                        DiagnosticIds.OnAndOnce,
                        HandlerProblemPlace.AttributeEvent,
                        reference.Index,
                        $"event {Describe(reference)}",
                        "[On] and [Once] on one method contradict each other; remove one of them"));
                }
            }
        }
    }

    /// <summary>The payload of an event object is the object: one parameter of its type or a base type, or none; others have default values.</summary>
    public static void CheckPayload(IMethodSymbol method, ImmutableArray<EventReference> events, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        ImmutableArray<IParameterSymbol> payload = ParameterRules.GetPayload(method, symbols);
        if (payload.IsEmpty || !events.Any(static reference => reference.Type is not null))
        {
            return;
        }

        foreach (EventReference reference in events)
        {
            if (reference.Type is not { } type)
            {
                continue;
            }

            if (!Accepts(payload[0].Type, type, symbols))
            {
                problems.Add(new HandlerProblem(
                    DiagnosticIds.PayloadMismatch,
                    HandlerProblemPlace.Parameter,
                    payload[0].Ordinal,
                    $"parameter '{payload[0].Name}'",
                    $"an event object of type '{Display(type)}' is not a '{Display(payload[0].Type)}'; take '{Display(type)}' or a base type of it"));
            }
            else if (payload.Skip(1).FirstOrDefault(static parameter => !ParameterRules.HasDefault(parameter)) is { } second)
            {
                problems.Add(new HandlerProblem(
                    DiagnosticIds.PayloadMismatch,
                    HandlerProblemPlace.Parameter,
                    second.Ordinal,
                    $"parameter '{second.Name}'",
                    $"the payload of the event object '{Display(type)}' is the object itself; take one payload parameter"));
            }
            else
            {
                continue;
            }

            return;
        }
    }

    private static void CheckType(int index, ITypeSymbol type, KnownSymbols symbols, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (UnsupportedTypes.WhyNotAnEventType(type, symbols) is { } unsupported)
        {
            problems.Add(new HandlerProblem(DiagnosticIds.UnsupportedEventType, HandlerProblemPlace.AttributeEvent, index, $"event type '{Display(type)}'", unsupported));
        }
        else if (GeneratedCodeAccess.WhyNotNameable(type, symbols) is { } inaccessible)
        {
            problems.Add(new HandlerProblem(DiagnosticIds.InaccessibleHandler, HandlerProblemPlace.AttributeEvent, index, $"event type '{Display(type)}'", inaccessible));
        }
    }

    private static void CheckName(EventReference reference, ImmutableArray<HandlerProblem>.Builder problems)
    {
        if (reference.Name is not { } name)
        {
            string written = reference.Other is { } other ? $"'{other}'" : "null";
            problems.Add(new HandlerProblem(
                DiagnosticIds.InvalidEventName, HandlerProblemPlace.AttributeEvent, reference.Index, $"event {written}", "an event is a name (string) or a type (typeof(T)); write one of them"));
        }
        else if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.InvalidEventName, HandlerProblemPlace.AttributeEvent, reference.Index, $"event {Describe(reference)}", "a name is neither empty nor white space; write one such as \"order.placed\""));
        }
        else if (EventPatterns.IsPattern(name) && !EventPatterns.IsValid(name))
        {
            problems.Add(new HandlerProblem(
                DiagnosticIds.MisusedPattern,
                HandlerProblemPlace.AttributeEvent,
                reference.Index,
                $"event {Describe(reference)}",
                EventPatterns.Advice));
        }
    }

    private static bool Accepts(ITypeSymbol parameter, ITypeSymbol eventType, KnownSymbols symbols)
    {
        var conversion = ((CSharpCompilation)symbols.Compilation).ClassifyConversion(eventType, parameter);
        return conversion is { IsIdentity: true } or { IsImplicit: true, IsReference: true } or { IsImplicit: true, IsBoxing: true };
    }

    private static string Describe(EventReference reference) =>
        reference.Type is { } type ? $"'{Display(type)}'" : SymbolDisplay.FormatLiteral(reference.Name ?? "", quote: true);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
