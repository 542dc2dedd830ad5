namespace Pyventus.Generators.Emitting;

/// <summary>Writes the expressions that emit an event known at compile time.</summary>
internal static class EmitSiteWriter
{
    /// <summary>What an asynchronous emission returns.</summary>
    public const string AsyncResult = "global::System.Threading.Tasks.ValueTask<global::Pyventus.EmissionResult>";

    private const string Runtime = "global::Pyventus.CompilerServices.";

    /// <summary>Emits a named event.</summary>
    /// <param name="emitter">The emitter.</param>
    /// <param name="target">The static that belongs to the call.</param>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="types">The types of its arguments.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="contract">The types that they are converted to; none when they are not.</param>
    /// <param name="token">The token of an asynchronous emission; null for another.</param>
    public static string Call(
        string emitter, string target, string eventName, string[] types, string[] arguments, string[] contract, string? token)
    {
        string payload = $"{eventName}, {Payload(types, arguments)}";
        return contract.Length == 0
            ? Call("Emit", emitter, target, payload, token)
            : Call("EmitConverted", emitter, target, $"{payload}, {Payload(contract, arguments)}", token);
    }

    /// <summary>Emits an event object.</summary>
    public static string CallWithObject(string emitter, string target, string @event, string? token) =>
        Call("EmitObject", emitter, target, @event, token);

    /// <summary>Makes a payload.</summary>
    public static string Payload(string[] types, string[] arguments) => $"new {PayloadType(types)}({string.Join(", ", arguments)})";

    /// <summary>The C# name of a payload.</summary>
    public static string PayloadType(string[] types) => $"{Runtime}Payload{(types.Length > 0 ? $"<{string.Join(", ", types)}>" : "")}";

    private static string Call(string method, string emitter, string target, string what, string? token) =>
        $"{Runtime}EmitSite.{method}{(token is null ? "" : "Async")}({emitter}, ref {target}, {what}{(token is null ? "" : ", " + token)})";
}
