using System.Globalization;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the file that tells a service provider what the handlers of the table need.</summary>
internal static class ServicesWriter
{
    private const string Runtime = "global::Pyventus.CompilerServices.";

    // A method has at most this many statements.
    private const int BucketSize = 32;

    public static void Write(Action<string, string> addSource, ServicesModel services, AssemblyModel assembly)
    {
        List<string> statements = [.. services.Classes.Select(AddClass), .. services.Handlers.Select(AddHandler)];
        if (statements.Count == 0)
        {
            return;
        }

        CodeWriter writer = GeneratedFile.Begin()
            .Line(GeneratedFile.Namespace)
            .Line()
            .Open($"public static partial class {assembly.TableName}")
            .Open("internal sealed partial class Table");
        for (int level = 0; statements.Count > BucketSize; level++)
        {
            statements = WriteBuckets(writer, statements, level);
        }

        WriteMethod(writer, "public override void AddServices", statements);
        addSource("LinkerTable.Services.g.cs", writer.Close().Close().ToString());
    }

    // Moves the statements to methods and returns the statements that call these.
    private static List<string> WriteBuckets(CodeWriter writer, List<string> statements, int level)
    {
        var calls = new List<string>();
        for (int start = 0; start < statements.Count; start += BucketSize)
        {
            string name = $"AddServices_{Number(level)}_{Number(calls.Count)}";
            WriteMethod(writer, "private static void " + name, statements.Skip(start).Take(BucketSize));
            writer.Line();
            calls.Add(name + "(registry);");
        }

        return calls;
    }

    private static void WriteMethod(CodeWriter writer, string signature, IEnumerable<string> statements)
    {
        writer.Open($"{signature}({Runtime}HandlerServiceRegistry registry)");
        foreach (string statement in statements)
        {
            writer.Line(statement);
        }

        writer.Close();
    }

    private static string AddClass(ServicesClassModel model)
    {
        HandlerClassModel handlers = model.Class;
        string create = handlers.Constructor is null
            ? "null"
            : $"static services => new {handlers.Type.Code}({string.Join(", ", handlers.Parameters.Select(static service => ServiceWriter.Get(service, "services")))})";
        string constructor = handlers.Constructor is { } text ? Literals.Quote(text) : "null";
        return $"registry.AddClass(typeof({model.Linker.ErasedCode}), typeof({handlers.Type.ErasedCode}), {constructor}, {ServiceWriter.Dependencies(handlers.Parameters)}, {create});";
    }

    private static string AddHandler(ServicesHandlerModel model)
    {
        string type = model.Class is { } handlerClass ? $"typeof({handlerClass.ErasedCode})" : "null";
        return $"registry.AddHandler(typeof({model.Linker.ErasedCode}), {Literals.Quote(model.Id)}, {type}, {ServiceWriter.Dependencies(model.Services)});";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
