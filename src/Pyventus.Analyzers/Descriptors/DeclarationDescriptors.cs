using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The rules for what <c>[On]</c> and <c>[Once]</c> list, and for <c>[Emits]</c>.</summary>
internal static class DeclarationDescriptors
{
    private const string Category = "Pyventus.Declarations";

    public static readonly DiagnosticDescriptor InvalidEventName = new(
        DiagnosticIds.InvalidEventName,
        "Event name is missing or empty",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.InvalidEventName + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor MisusedPattern = new(
        DiagnosticIds.MisusedPattern,
        "Misused * in an event name",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.MisusedPattern + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor SimilarEventName = new(
        DiagnosticIds.SimilarEventName,
        "Event name is nearly that of a known event",
        "Event {0} is known nowhere else; did you mean {1}?",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.SimilarEventName + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor RepeatedEvent = new(
        DiagnosticIds.RepeatedEvent,
        "Event is listed twice",
        "Event {0} is listed already by {1}; remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.RepeatedEvent + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor OnAndOnce = new(
        DiagnosticIds.OnAndOnce,
        "[On] and [Once] for one event on one method",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.OnAndOnce + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor UnsupportedEventType = new(
        DiagnosticIds.UnsupportedEventType,
        "Unsupported event type",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.UnsupportedEventType + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor InvalidLinker = new(
        DiagnosticIds.InvalidLinker,
        "Linker is not a concrete EventLinker with a parameterless constructor",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.InvalidLinker + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor TooManyHandlers = new(
        DiagnosticIds.TooManyHandlers,
        "More handlers than the linker takes",
        "Event {0} has {1} handlers, and linker '{2}' takes {3} subscribers for an event; remove handlers, or raise maxSubscribers",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.TooManyHandlers + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor InvalidDeclaration = new(
        DiagnosticIds.InvalidDeclaration,
        "Method cannot declare an event",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.InvalidDeclaration + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor DeclarationMismatch = new(
        DiagnosticIds.DeclarationMismatch,
        "Declarations of an event disagree",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.DeclarationMismatch + HelpLinks.Extension);
}
