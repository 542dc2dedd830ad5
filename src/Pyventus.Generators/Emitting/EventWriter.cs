using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the file of one event: the stub that describes it and the class that runs its handlers.</summary>
internal static class EventWriter
{
    private const string Runtime = "global::Pyventus.CompilerServices.";

    public static void Write(Action<string, string> addSource, EventModel model, AssemblyModel assembly)
    {
        CodeWriter writer = GeneratedFile.Begin()
            .Line(GeneratedFile.Namespace)
            .Line()
            .Open($"public static partial class {assembly.TableName}")
            .Open($"public static partial class {WellKnownNames.ContractsClass}");
        StubWriter.Write(writer, model);
        writer.Close();
        WriteEvent(writer.Line(), model);
        addSource(model.HintName, writer.Close().ToString());
    }

    private static void WriteEvent(CodeWriter writer, EventModel model)
    {
        string name = "Event_" + model.Identifier;
        string payload = Payload(model);
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"internal sealed class {name} : {Runtime}TableEvent<{payload}>")
            .Line($"internal static readonly {name} Instance = new();")
            .Line();
        WriteConstructor(writer, model, name);
        WriteDefaults(writer, model);
        WriteDescription(writer, model);

        WriteFanOut(writer.Line(), model, payload);
        DirectWriter.Write(writer, model, payload);
        WriteInvoke(writer.Line(), model, payload);
        CallbackWriter.Write(writer, model);
        writer.Close();
    }

    private static void WriteConstructor(CodeWriter writer, EventModel model, string name)
    {
        string key = model.Key.Name is { } eventName ? Literals.Quote(eventName) : $"typeof({model.Key.Type!.ErasedCode})";
        writer.Line($"private {name}()")
            .Line($"    : base({key}, {model.RequiredCount}, {model.Handlers.Count(static handler => !handler.IsOnce)}{(model.IsPlain ? ", isPlain: true" : "")})")
            .Line("{")
            .Line("}")
            .Line()
            .Open($"protected override {Runtime}TableHandler[] CreateHandlers() => new {Runtime}TableHandler[]");
        foreach (HandlerCallModel handler in model.Handlers)
        {
            string memberIndex = handler.IncludesDerived || model.Key.IsPattern ? ", " + Number(handler.MemberIndex) : "";
            writer.Line($"new({Literals.Quote(handler.Id)}, {Number(handler.Order)}, {Traits(handler)}{memberIndex}),");
        }

        writer.Close(";");
    }

    private static void WriteDescription(CodeWriter writer, EventModel model)
    {
        if (model.Key.Name is not null)
        {
            writer.Line().Line($"public override string Signature => {Literals.Quote(StubWriter.Signature(model))};");
        }

        if (model.Declaration is { } declaration)
        {
            writer.Line().Line($"public override string Declaration => {Literals.Quote(declaration)};");
        }
    }

    private static void WriteDefaults(CodeWriter writer, EventModel model)
    {
        string[] arms =
        [
            .. from index in Enumerable.Range(model.RequiredCount, model.Contract.Count - model.RequiredCount)
               let value = model.Contract[index].Default!
               where !value.IsNull
               select $"{index} => (object){Parenthesize(value.Code)},",
        ];
        if (arms.Length == 0)
        {
            return;
        }

        writer.Line().Open("public override object? GetDefaultValue(int index) => index switch");
        foreach (string arm in arms)
        {
            writer.Line(arm);
        }

        writer.Line("_ => null,").Close(";");
    }

    private static void WriteFanOut(CodeWriter writer, EventModel model, string payload)
    {
        writer.Open($"public override void FanOut(ref {Runtime}EmissionFrame frame, in {payload} payload)");

        // In locals, the arguments can stay in registers from one guarded call to the next.
        int items = CallWriter.CountItems(model, model.Handlers.Where(static handler => !handler.IsOnce));
        for (int position = 1; position <= items; position++)
        {
            writer.Line($"var item{position} = payload.Item{position};");
        }

        for (int index = 0; index < model.Handlers.Count; index++)
        {
            if (!model.Handlers[index].IsOnce)
            {
                string statement = CallWriter.FanOut(model.Handlers[index], index, model.Contract);
                writer.Line($"try {{ {statement} }} catch (global::System.Exception exception) {{ frame.Failed({index}, exception); }}");
            }
        }

        writer.Close();
    }

    private static void WriteInvoke(CodeWriter writer, EventModel model, string payload)
    {
        writer.Open($"public override global::System.Threading.Tasks.ValueTask Invoke(int handler, ref {Runtime}EmissionFrame frame, in {payload} payload)")
            .Open("switch (handler)");
        for (int index = 0; index < model.Handlers.Count; index++)
        {
            writer.Line($"case {index}: {CallWriter.Invoke(model.Handlers[index], model.Contract)}");
        }

        writer.Line("default: throw new global::System.ArgumentOutOfRangeException(nameof(handler));").Close().Close();
    }

    private static string Payload(EventModel model) =>
        model.Contract.Count == 0
            ? Runtime + "Payload"
            : $"{Runtime}Payload<{string.Join(", ", model.Contract.Select(static parameter => parameter.Type.Code))}>";

    private static string Traits(HandlerCallModel handler)
    {
        const string Type = Runtime + "TableHandlerTraits.";
        var traits = new List<string>();
        Add(handler.IsOnce, "Once");
        Add(handler.MayPend, "Async");
        Add(handler is { ForceAsync: true, IsAsync: false }, "ForceAsync");
        Add(handler.TakesContext, "TakesContext");
        Add(handler.IncludesDerived, "IncludeDerived");
        Add(handler.IsMatched, "Matched");
        Add(handler.UsesServices, "UsesServices");
        Add(handler.OnSuccess is not null, "OnSuccess");
        Add(handler.OnFailure is not null, "OnFailure");
        return traits.Count == 0 ? Type + "None" : string.Join(" | ", traits);

        void Add(bool has, string trait)
        {
            if (has)
            {
                traits.Add(Type + trait);
            }
        }
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Parenthesize(string code) => code[0] == '-' ? $"({code})" : code;
}
