using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the expressions that call a handler.</summary>
internal static class CallWriter
{
    private const string FrameToken = "frame.CancellationToken";

    /// <summary>How many leading arguments of the event the handlers get.</summary>
    public static int CountItems(EventModel model, IEnumerable<HandlerCallModel> handlers) =>
        handlers.Select(handler => Math.Min(model.Contract.Count, handler.Parameters.Count(static parameter => parameter.Kind == ParameterKind.Payload)))
            .DefaultIfEmpty()
            .Max();

    /// <summary>The statement that runs a handler in a fan-out; the arguments of the event are in locals.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="index">Its position in the event.</param>
    /// <param name="contract">The arguments of the event.</param>
    public static string FanOut(HandlerCallModel handler, int index, EquatableArray<ContractParameterModel> contract)
    {
        string call = Call(handler, contract, "item", FrameToken);
        return handler.ReturnsOutcome ? $"frame.Observe({index}, {call}{NotNull(handler)});" : call + ";";
    }

    /// <summary>The call of a direct handler; the arguments of the event are in locals, and nobody can cancel it.</summary>
    public static string Direct(HandlerCallModel handler, EquatableArray<ContractParameterModel> contract)
    {
        string call = Call(handler, contract, "item", "default(global::System.Threading.CancellationToken)");
        return handler.ReturnsOutcome ? call + NotNull(handler) : call;
    }

    /// <summary>The statements that run a handler alone and return its task.</summary>
    public static string Invoke(HandlerCallModel handler, EquatableArray<ContractParameterModel> contract)
    {
        string call = Call(handler, contract, "payload.Item", FrameToken) + NotNull(handler);
        return handler.Returns switch
        {
            ReturnKind.Void => $"{call}; return default;",
            ReturnKind.Value => $"return frame.FromResult({call});",
            ReturnKind.Dynamic => $"return frame.FromResult((object?){call});",
            ReturnKind.Task => $"return global::Pyventus.CompilerServices.EmissionFrame.FromTask({call});",
            ReturnKind.TaskOfT => $"return frame.FromTask({call});",
            ReturnKind.ValueTaskOfT => $"return frame.FromValueTask({call});",
            _ => $"return {call};",
        };
    }

    private static string Call(HandlerCallModel handler, EquatableArray<ContractParameterModel> contract, string item, string token)
    {
        var arguments = new List<string>();
        int position = 0;
        foreach (ParameterModel parameter in handler.Parameters)
        {
            arguments.Add(parameter.Kind switch
            {
                ParameterKind.CancellationToken => token,
                ParameterKind.Context => "frame.GetContext(in payload)",
                ParameterKind.Service => ServiceWriter.Get(parameter.Service!, "frame.Services"),
                _ when position == contract.Count => Default(parameter),
                _ => Argument(item + ++position, contract[position - 1].Type, parameter.Type),
            });
        }

        string target = handler.IsStatic ? handler.ContainingType : Instance(handler);
        return $"{target}.{handler.Method}({string.Join(", ", arguments)})";
    }

    // Whoever takes the task says what it means that it is null. A call alone would not be a statement with it.
    private static string NotNull(HandlerCallModel handler) => handler is { IsAsync: true, ReturnsNullable: true } ? "!" : "";

    /// <summary>What an instance handler, or an instance callback of it, is called on.</summary>
    public static string Instance(HandlerCallModel handler) =>
        handler.CanCreateInstance ? $"frame.GetInstance<{handler.ContainingType}>(static () => new {handler.ContainingType}())"
        : $"frame.GetInstance<{handler.ContainingType}>(null)";

    // Cast to the very type of the parameter, or a conversion could make another overload the better one.
    private static string Argument(string argument, TypeModel from, TypeModel to)
    {
        if (from.Code != to.Code && !from.IsPlainValue)
        {
            argument += "!";
        }

        return from.MetadataName == to.MetadataName ? argument : $"({to.Code}){argument}";
    }

    // What the event has no argument for. Written out: without it another overload could be the better one.
    private static string Default(ParameterModel parameter)
    {
        DefaultModel value = parameter.Default!;
        return value.IsNull ? $"({parameter.Type.Code})null" + (parameter.Type.IsReference ? "!" : "")
            : value.TypeName == parameter.Type.MetadataName ? value.Code
            : $"({parameter.Type.Code})({value.Code})";
    }
}
