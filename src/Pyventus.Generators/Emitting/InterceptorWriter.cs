using System.Globalization;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the file with the methods that the compiler calls instead of <c>Emit</c> and <c>EmitAsync</c> in one source file.</summary>
internal static class InterceptorWriter
{
    private const string Runtime = "global::Pyventus.CompilerServices.";

    public static void Write(Action<string, string> addSource, CallSiteFileModel file)
    {
        // Without annotations, the signatures fit calls with any.
        CodeWriter writer = GeneratedFile.Begin()
            .Line("#nullable disable")
            .Line();
        WriteAttribute(writer);
        writer.Line()
            .Open("namespace " + WellKnownNames.GeneratedNamespace)
            .Line(GeneratedFile.GeneratedCode)
            .Open("file static class CallSites");
        for (int index = 0; index < file.Sites.Count; index++)
        {
            if (index > 0)
            {
                writer.Line();
            }

            WriteInterceptor(writer, file.Sites[index], index.ToString(CultureInfo.InvariantCulture));
        }

        addSource(file.HintName, writer.Close().Close().ToString());
    }

    // The compiler goes by its name; nobody reads it at run time.
    private static void WriteAttribute(CodeWriter writer) =>
        writer.Open("namespace System.Runtime.CompilerServices")
            .Line("[global::System.Diagnostics.Conditional(\"DEBUG\")]")
            .Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]")
            .Open("file sealed class InterceptsLocationAttribute : global::System.Attribute")
            .Open("public InterceptsLocationAttribute(int version, string data)")
            .Close()
            .Close()
            .Close();

    private static void WriteInterceptor(CodeWriter writer, CallSiteModel site, string index)
    {
        string[] types = site.IsGeneric ? [.. Enumerable.Range(1, site.Arity).Select(static position => "T" + position)] : [.. site.Arguments.Select(static argument => argument.Type)];
        string typeParameters = site.IsGeneric ? $"<{string.Join(", ", types)}>" : "";
        string constraint = site is { IsGeneric: true, EventName: null } ? " where T1 : notnull" : "";

        // One that no code initializes, so that the field is read without a check.
        writer.Open($"private static class Site{index}{typeParameters}")
            .Line($"internal static {Runtime}EmitTarget Target;")
            .Close()
            .Line();
        foreach (InterceptedCallModel call in site.Calls)
        {
            writer.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({call.Version}, {Literals.Quote(call.Data)})] // {call.Display}");
        }

        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        if (site.Bound is { } bound)
        {
            BoundSiteWriter.Write(writer, site, types, index, bound);
            return;
        }

        writer.Line($"internal static {(site.IsAsync ? EmitSiteWriter.AsyncResult : "void")} Emit{index}{typeParameters}({Parameters(site, types)}){constraint} =>")
            .Line($"    {Call(site, types, $"Site{index}{typeParameters}.Target")};");
    }

    /// <summary>The emission of a call site as it is without knowledge of the event.</summary>
    public static string Call(CallSiteModel site, string[] types, string target)
    {
        string? token = site.IsAsync ? "cancellationToken" : null;
        string[] arguments = [.. types.Select(static (_, position) => $"arg{position + 1}")];
        return site.EventName is null
            ? EmitSiteWriter.CallWithObject("emitter", target, "arg1", token)
            : EmitSiteWriter.Call("emitter", target, "eventName", types, arguments, [.. site.Contract], token);
    }

    /// <summary>The parameters of an interceptor, those of the call that it stands for.</summary>
    public static string Parameters(CallSiteModel site, string[] types)
    {
        var parameters = new List<string> { "this global::Pyventus.EventEmitter emitter" };
        if (site.EventName is not null)
        {
            parameters.Add("string eventName");
        }

        parameters.AddRange(types.Select(static (type, position) => $"{type} arg{position + 1}"));
        if (site.IsAsync)
        {
            parameters.Add("global::System.Threading.CancellationToken cancellationToken");
        }

        return string.Join(", ", parameters);
    }
}
