using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the file with the implementing part of one method that declares an event.</summary>
internal static class DeclarationWriter
{
    public static void Write(Action<string, string> addSource, DeclaredMethodModel method)
    {
        CodeWriter writer = GeneratedFile.Begin();
        if (method.Namespace.Length > 0)
        {
            writer.Line($"namespace {method.Namespace};").Line();
        }

        string emitter = method.Parameters[0].Name;
        writer.Open("static partial class " + method.ContainingType)
            .Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]")
            .Open($"{method.Modifiers} {(method.IsAsync ? EmitSiteWriter.AsyncResult : "void")} {method.Name}({string.Join(", ", method.Parameters.Select(Declare))})")
            .Line($"global::System.ArgumentNullException.ThrowIfNull({emitter});")
            .Line($"{(method.IsAsync ? "return " : "")}{Emit(method)};")
            .Close()
            .Close()
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Open("file static class " + SiteName(method))
            .Line("internal static global::Pyventus.CompilerServices.EmitTarget? Target;");
        addSource(method.HintName, writer.Close().ToString());
    }

    // Beside the containing type, and never called like it.
    private static string SiteName(DeclaredMethodModel method) => "EmitSite_" + method.ContainingType.TrimStart('@');

    private static string Declare(DeclaredParameterModel parameter) =>
        $"{parameter.Modifiers}{(parameter.Modifiers.Length > 0 ? " " : "")}{parameter.DeclaredType} {parameter.Name}";

    private static string Emit(DeclaredMethodModel method)
    {
        string? token = method.IsAsync ? method.Parameters.FirstOrDefault(static parameter => parameter.IsToken)?.Name ?? "default" : null;
        DeclaredParameterModel[] payload = [.. method.Parameters.Skip(1).Where(static parameter => !parameter.IsToken)];
        return EmitSiteWriter.Call(
            method.Parameters[0].Name,
            $"global::{(method.Namespace.Length > 0 ? method.Namespace + "." : "")}{SiteName(method)}.Target",
            Literals.Quote(method.EventName),
            [.. payload.Select(static parameter => parameter.EmittedType)],
            [.. payload.Select(Argument)],
            [],
            token);
    }

    // A dynamic argument would bind the call at run time.
    private static string Argument(DeclaredParameterModel parameter) =>
        parameter.DeclaredType == parameter.EmittedType ? parameter.Name : $"({parameter.EmittedType}){parameter.Name}";
}
