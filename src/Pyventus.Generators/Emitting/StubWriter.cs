using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>
/// Writes the stub methods whose parameters and attribute tell the analyzers of this and of referencing compilations
/// what an event looks like.
/// </summary>
internal static class StubWriter
{
    public static void Write(CodeWriter writer, EventModel model)
    {
        if (IsPublic(model))
        {
            WriteStub(writer, model, "public", "Contract_" + model.Identifier, Parameters(model), hideLinker: false);
            return;
        }

        // Other assemblies cannot name the types and get the contract as text; this one sees them in a second stub.
        WriteStub(writer, model, "public", "Contract_" + model.Identifier, "", hideLinker: !model.Linker.IsPublic);
        WriteStub(writer.Line(), model, "internal", "Contract_" + model.Identifier + "_Internal", Parameters(model), hideLinker: false);
    }

    private static bool IsPublic(EventModel model) =>
        model.Linker.IsPublic && model.Key.Type is null or { IsPublic: true } && model.Contract.All(static parameter => parameter.Type.IsPublic);

    private static void WriteStub(CodeWriter writer, EventModel model, string accessibility, string name, string parameters, bool hideLinker)
    {
        string key = model.Key.Name is { } eventName ? Literals.Quote(eventName) : $"typeof({model.Key.Type!.ErasedCode})";
        string linker = hideLinker ? "null" : $"typeof({model.Linker.ErasedCode})";
        writer.Line($"[global::Pyventus.CompilerServices.LinkerTableEvent({key}, {linker},");
        if (hideLinker)
        {
            writer.Line($"    LinkerTypeName = {Literals.Quote(model.Linker.MetadataName)},");
        }

        if (model.Declaration is { } declaration)
        {
            writer.Line($"    Declaration = {Literals.Quote(declaration)},");
        }

        if (model.Handlers.Any(static handler => handler.IsAsync))
        {
            writer.Line("    HasAsyncHandlers = true,");
        }

        writer.Line($"    Signature = {Literals.Quote(Signature(model))},")
            .Line("    Handlers = new string[]")
            .Line("    {");
        foreach (HandlerCallModel handler in model.Handlers)
        {
            writer.Line($"        {Literals.Quote(handler.Id)},");
        }

        writer.Line("    })]")
            .Open($"{accessibility} static void {name}({parameters})")
            .Close();
    }

    private static string Parameters(EventModel model)
    {
        var parameters = new List<string>();
        for (int index = 0; index < model.Contract.Count; index++)
        {
            ContractParameterModel parameter = model.Contract[index];
            string value = index < model.RequiredCount ? "" : " = " + DefaultValue(parameter.Default!, parameter.Type);
            parameters.Add($"{parameter.Type.Code} {parameter.Name}{value}");
        }

        return string.Join(", ", parameters);
    }

    /// <summary>The contract as a reader sees it.</summary>
    public static string Signature(EventModel model)
    {
        var parameters = new List<string>();
        for (int index = 0; index < model.Contract.Count; index++)
        {
            ContractParameterModel parameter = model.Contract[index];
            string value = index < model.RequiredCount ? "" : " = " + parameter.Default!.Display;
            parameters.Add($"{parameter.Type.Display} {parameter.Name}{value}");
        }

        return "(" + string.Join(", ", parameters) + ")";
    }

    private static string DefaultValue(DefaultModel value, TypeModel type) => value.IsNull && type.IsReference ? "null!" : value.Code;
}
