using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The rules for methods with <c>[On]</c> or <c>[Once]</c>.</summary>
internal static class HandlerDescriptors
{
    private const string Category = "Pyventus.Handlers";

    public static readonly DiagnosticDescriptor InaccessibleHandler = new(
        DiagnosticIds.InaccessibleHandler,
        "Handler is not accessible to generated code",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.InaccessibleHandler + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor GenericHandler = new(
        DiagnosticIds.GenericHandler,
        "Handler is generic",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.GenericHandler + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor UnsupportedParameter = new(
        DiagnosticIds.UnsupportedParameter,
        "Unsupported handler parameter",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.UnsupportedParameter + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor UnsupportedReturn = new(
        DiagnosticIds.UnsupportedReturn,
        "Unsupported handler return type",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.UnsupportedReturn + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor AsyncVoidHandler = new(
        DiagnosticIds.AsyncVoidHandler,
        "Handler is async void",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.AsyncVoidHandler + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor PayloadMismatch = new(
        DiagnosticIds.PayloadMismatch,
        "Handlers of an event disagree on its payload",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.PayloadMismatch + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor InvalidCallback = new(
        DiagnosticIds.InvalidCallback,
        "Callback does not exist or does not fit the handler",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.InvalidCallback + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor UnsupportedHandlerKind = new(
        DiagnosticIds.UnsupportedHandlerKind,
        "Only an ordinary method can be a handler",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.UnsupportedHandlerKind + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor InheritedHandler = new(
        DiagnosticIds.InheritedHandler,
        "Override repeats the attribute of its base method",
        "Event {0} is handled by '{1}' already, so that an emission would run both methods; remove it here or there",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.InheritedHandler + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor SpecialParameterMisuse = new(
        DiagnosticIds.SpecialParameterMisuse,
        "Special parameter is repeated or looks like payload",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.SpecialParameterMisuse + HelpLinks.Extension);
}
