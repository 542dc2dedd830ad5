using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the members of an event that call its handlers without an emission: all of them, or one through a delegate.</summary>
internal static class DirectWriter
{
    private const string Runtime = "global::Pyventus.CompilerServices.";
    private const string Emitter = "global::Pyventus.EventEmitter emitter";

    public static void Write(CodeWriter writer, EventModel model, string payload)
    {
        if (model.IsDirect)
        {
            WriteRun(writer.Line(), model, payload);
        }

        if (model.Handlers.Any(static handler => handler.IsAction))
        {
            WriteActions(writer.Line(), model);
        }
    }

    // The arguments are parameters of a method of their own: read from the payload in each guarded block they would come
    // from memory again and again, which costs twice the time where the handlers are inlined. All that were declared, even if
    // no handler takes them: call sites pass what they have.
    private static void WriteRun(CodeWriter writer, EventModel model, string payload)
    {
        string parameters = string.Concat(model.Contract.Select(static (parameter, index) => $", {parameter.Type.Code} item{index + 1}"));
        string arguments = string.Concat(Enumerable.Range(1, model.Contract.Count).Select(static position => $", payload.Item{position}"));
        writer.Line("public override bool IsDirect => true;")
            .Line()
            .Line($"public override object? RunDirect({Emitter}, {payload} payload, object? state) => RunDirect(emitter, state{arguments});")
            .Line()
            .Open($"internal static object? RunDirect({Emitter}, object? state{parameters})");
        for (int index = 0; index < model.Handlers.Count; index++)
        {
            if (!model.Handlers[index].IsOnce)
            {
                writer.Line($"try {{ {Statement(model, index)} }} catch (global::System.Exception exception) {{ state = {Runtime}DirectHandlers.Failed(emitter, Instance, {index}, exception, state); }}");
            }
        }

        writer.Line("return state;").Close();
    }

    private static string Statement(EventModel model, int index)
    {
        HandlerCallModel handler = model.Handlers[index];
        string call = CallWriter.Direct(handler, model.Contract);

        // The state is in memory, since a handler may throw: written only when something has to be known.
        return handler.ReturnsOutcome
            ? $"var task = {call}; if (!{Runtime}DirectHandlers.HasSucceeded(task)) {{ state = {Runtime}DirectHandlers.Observe(emitter, Instance, {index}, task, state); }}"
            : call + ";";
    }

    // Lambdas, not method groups: a delegate of a static method shuffles the arguments at every call.
    private static void WriteActions(CodeWriter writer, EventModel model)
    {
        string types = string.Join(", ", model.Contract.Select(static parameter => parameter.Type.Code));
        string action = "global::System.Action" + (types.Length > 0 ? $"<{types}>" : "");
        string parameters = string.Join(", ", Enumerable.Range(1, model.Contract.Count).Select(static position => "item" + position));
        writer.Open("public override global::System.Delegate? GetAction(int handler) => handler switch");
        for (int index = 0; index < model.Handlers.Count; index++)
        {
            if (model.Handlers[index].IsAction)
            {
                writer.Line($"{index} => ({action})(static ({parameters}) => {CallWriter.Direct(model.Handlers[index], model.Contract)}),");
            }
        }

        writer.Line("_ => null,").Close(";");
    }
}
