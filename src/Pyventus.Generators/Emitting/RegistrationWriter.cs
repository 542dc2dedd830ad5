using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the file that registers the table of the assembly and those of its references before anything else runs.</summary>
internal static class RegistrationWriter
{
    public static void Write(Action<string, string> addSource, RegistrationModel model)
    {
        if (!model.HasTable && model.ReferencedTables.Count == 0)
        {
            return;
        }

        CodeWriter writer = GeneratedFile.Begin()
            .Line(GeneratedFile.Namespace)
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line(GeneratedFile.Hidden)
            .Open($"internal static class LinkerTableRegistration_{model.Assembly.Identifier}")
            .Line("[global::System.Runtime.CompilerServices.ModuleInitializer]")
            .Open("internal static void Register()");
        foreach (string table in model.ReferencedTables)
        {
            writer.Line(table + ".Register();");
        }

        if (model.HasTable)
        {
            writer.Line($"global::Pyventus.CompilerServices.LinkerTable.Register(global::{WellKnownNames.GeneratedNamespace}.{model.Assembly.TableName}.Table.Instance);");
        }

        addSource("LinkerTableRegistration.g.cs", writer.Close().Close().ToString());
    }
}
