using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the methods of an event that run the callbacks of its handlers.</summary>
internal static class CallbackWriter
{
    private const string Runtime = "global::Pyventus.CompilerServices.";

    public static void Write(CodeWriter writer, EventModel model)
    {
        Write(writer, model, "Succeeded", "object? result", static handler => handler.OnSuccess);
        Write(writer, model, "Failed", "global::System.Exception exception", static handler => handler.OnFailure);
    }

    private static void Write(CodeWriter writer, EventModel model, string method, string subject, Func<HandlerCallModel, CallbackModel?> select)
    {
        if (model.Handlers.All(handler => select(handler) is null))
        {
            return;
        }

        writer.Line()
            .Open($"public override global::System.Threading.Tasks.ValueTask {method}(int handler, ref {Runtime}EmissionFrame frame, {subject})")
            .Open("switch (handler)");
        for (int index = 0; index < model.Handlers.Count; index++)
        {
            if (select(model.Handlers[index]) is { } callback)
            {
                writer.Line($"case {index}: {Statements(model.Handlers[index], callback)}");
            }
        }

        writer.Line("default: return default;").Close().Close();
    }

    private static string Statements(HandlerCallModel handler, CallbackModel callback)
    {
        string target = callback.IsStatic ? handler.ContainingType : CallWriter.Instance(handler);
        string call = $"{target}.{callback.Method}({string.Join(", ", callback.Parameters.Select(parameter => Argument(parameter, callback.ResultType)))})";
        string suppression = callback.ReturnsNullable ? "!" : "";
        return callback.Returns switch
        {
            ReturnKind.Task => $"return {Runtime}EmissionFrame.FromTask({call}{suppression});",
            ReturnKind.TaskOfT => $"return {Runtime}EmissionFrame.FromTask((global::System.Threading.Tasks.Task){call}{suppression});",
            ReturnKind.ValueTask => $"return {call};",
            ReturnKind.ValueTaskOfT => $"return new global::System.Threading.Tasks.ValueTask({call}.AsTask());",
            _ => $"{call}; return default;",
        };
    }

    // Cast to the very type of the parameter, or a conversion could make another overload the better one.
    private static string Argument(CallbackParameterModel parameter, TypeModel? resultType) => parameter.Kind switch
    {
        ParameterKind.CancellationToken => "frame.CancellationToken",
        ParameterKind.Context => "frame.Context",
        ParameterKind.Exception => $"({parameter.Type.Code})exception",
        _ when parameter.Type.MetadataName == resultType!.MetadataName => $"({parameter.Type.Code})result!",
        _ => $"({parameter.Type.Code})({Unbox(resultType)})" + (resultType.IsPlainValue ? "" : "!"),
    };

    private static string Unbox(TypeModel type) => $"({type.Code})result!";
}
