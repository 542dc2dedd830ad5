using Microsoft.CodeAnalysis;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>The rules for calls of <c>Emit</c> and <c>Subscribe</c>.</summary>
internal static class EmitSiteDescriptors
{
    private const string Category = "Pyventus.EmitSites";

    public static readonly DiagnosticDescriptor NoHandler = new(
        DiagnosticIds.NoHandler,
        "No handler for this event",
        "Nothing in this application handles the event {0}; add a method with [On], or say [assembly: HandledElsewhere] where the compiler does not see it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.NoHandler + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor ArgumentMismatch = new(
        DiagnosticIds.ArgumentMismatch,
        "Arguments do not fit the event",
        "Event {0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.ArgumentMismatch + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor TypeEmitted = new(
        DiagnosticIds.TypeEmitted,
        "A System.Type is emitted",
        "'{0}' is a System.Type, which describes an event and is none; emit an instance of the event's type",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.TypeEmitted + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor UnawaitedEmission = new(
        DiagnosticIds.UnawaitedEmission,
        "EmitAsync is not awaited",
        "Nobody waits for this emission, so that failures and cancellation go unseen; await it, or call Emit",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.UnawaitedEmission + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor BlockedEmission = new(
        DiagnosticIds.BlockedEmission,
        "EmitAsync is blocked on or awaited twice",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.BlockedEmission + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor AsyncLambdaAsAction = new(
        DiagnosticIds.AsyncLambdaAsAction,
        "Async method is subscribed as an Action",
        "{0} runs as async void here: nobody awaits it and its exceptions end the process; subscribe it as a Func that returns Task",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.AsyncLambdaAsAction + HelpLinks.Extension);

    public static readonly DiagnosticDescriptor EmitInAsyncMethod = new(
        DiagnosticIds.EmitInAsyncMethod,
        "Emit in an async method of an event with asynchronous handlers",
        "Emit does not wait for the asynchronous handlers of {0}, and this method could; await EmitAsync",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Base + DiagnosticIds.EmitInAsyncMethod + HelpLinks.Extension);
}
