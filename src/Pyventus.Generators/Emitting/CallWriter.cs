using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the expressions that call a handler.</summary>
internal static class CallWriter
{
    /// <summary>The statement that runs a handler in a fan-out.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="index">Its position in the event.</param>
    /// <param name="contract">The arguments of the event.</param>
    public static string FanOut(HandlerCallModel handler, int index, EquatableArray<ContractParameterModel> contract)
    {
        string call = Call(handler, contract);
        return handler.IsAsync ? $"frame.Observe({index}, {call});" : call + ";";
    }

    /// <summary>The statements that run a handler alone and return its task.</summary>
    public static string Invoke(HandlerCallModel handler, EquatableArray<ContractParameterModel> contract)
    {
        string call = Call(handler, contract);
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

    private static string Call(HandlerCallModel handler, EquatableArray<ContractParameterModel> contract)
    {
        var arguments = new List<string>();
        int position = 0;
        foreach (ParameterModel parameter in handler.Parameters)
        {
            arguments.Add(parameter.Kind switch
            {
                ParameterKind.CancellationToken => "frame.CancellationToken",
                ParameterKind.Context => "frame.GetContext(in payload)",
                _ => position++ < contract.Count ? Argument(position, contract[position - 1].Type, parameter.Type) : DefaultValue(parameter),
            });
        }

        string suppression = handler.IsAsync && handler.ReturnsNullable ? "!" : "";
        return $"{Target(handler)}.{handler.Method}({string.Join(", ", arguments)}){suppression}";
    }

    private static string Target(HandlerCallModel handler) =>
        handler.IsStatic ? handler.ContainingType
        : handler.CanCreateInstance ? $"frame.GetInstance<{handler.ContainingType}>(static () => new {handler.ContainingType}())"
        : $"frame.GetInstance<{handler.ContainingType}>(null)";

    // The handler's own, for what the event does not carry.
    private static string DefaultValue(ParameterModel parameter)
    {
        DefaultModel value = parameter.Default!;
        string code = value.IsNull && parameter.Type.IsReference ? "null!" : value.Code[0] == '-' ? $"({value.Code})" : value.Code;
        return $"({parameter.Type.Code}){code}";
    }

    // Cast to the very type of the parameter, or a conversion could make another overload the better one.
    private static string Argument(int position, TypeModel from, TypeModel to)
    {
        string argument = "payload.Item" + position;
        if (from.Code != to.Code && !from.IsPlainValue)
        {
            argument += "!";
        }

        return from.MetadataName == to.MetadataName ? argument : $"({to.Code}){argument}";
    }
}
