using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>
/// Writes what stands for the calls whose event is a plain one of the same assembly: they name it, so that it is bound before its
/// first emission and called without a virtual call afterwards.
/// </summary>
internal sealed class BoundSiteWriter
{
    private const string Site = "global::Pyventus.CompilerServices.EmitSite.";
    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe.";

    private readonly CodeWriter _writer;
    private readonly string _index;
    private readonly string _target;
    private readonly string _table;
    private readonly string _event;

    // The parameters of the call, and as another method passes them on.
    private readonly string _parameters;
    private readonly string _passed;
    private readonly string _token;

    // Calls the handlers of the event, those of whatever else is linked, and whoever there is.
    private readonly string _run;
    private readonly string _runOther;
    private readonly string _search;

    private BoundSiteWriter(CodeWriter writer, CallSiteModel site, string[] types, string index, BoundEventModel bound)
    {
        string[] arguments = [.. types.Select(static (_, position) => $"arg{position + 1}")];
        string state = site.IsAsync ? "emitter" : "null";
        _writer = writer;
        _index = index;
        _target = $"Site{index}.Target";
        _table = bound.Table + ".Table.Instance";
        _event = $"{bound.Table}.{bound.Event}";
        _parameters = InterceptorWriter.Parameters(site, types).Substring("this ".Length);
        _token = site.IsAsync ? ", cancellationToken" : "";
        _passed = string.Join(", ", arguments.Prepend("eventName").Prepend("emitter")) + _token;
        _run = $"{_event}.RunDirect({string.Join(", ", arguments.Prepend(state).Prepend("emitter"))})";
        _runOther = $"{Unsafe}As<global::Pyventus.CompilerServices.TableEvent<{EmitSiteWriter.PayloadType(types)}>>(direct).RunDirect(emitter, {EmitSiteWriter.Payload(types, arguments)}, {state})";
        _search = $"{Site}EmitSearched{(site.IsAsync ? "Async" : "")}(emitter, ref {_target}, eventName, {EmitSiteWriter.Payload(types, arguments)}{_token}{(site.IsAsync ? ", ref other" : "")})";
    }

    public static void Write(CodeWriter writer, CallSiteModel site, string[] types, string index, BoundEventModel bound)
    {
        var methods = new BoundSiteWriter(writer, site, types, index, bound);
        if (site.IsAsync)
        {
            methods.WriteEmitAsync();
        }
        else
        {
            methods.WriteEmit();
        }
    }

    // What is branched over is compiled as well. So there are methods of their own for what is done before the first emission, and for what
    // has to be done when that does not help. A native program has no use for the former: a search by name costs it nothing.
    private void WriteEmit()
    {
        _writer.Open($"internal static void Emit{_index}(this {_parameters})")
            .Line($"var direct = {Site}FindDirect(emitter, {_target});")
            .Open($"if (direct == {_event}.Instance)")
            .Line(_run + ";")
            .Close()
            .Open("else if (direct is not null)")
            .Line(_runOther + ";")
            .Close()
            .Open("else")
            .Line($"EmitUnbound{_index}({_passed});")
            .Close()
            .Close()
            .Line()
            .Open($"private static void EmitUnbound{_index}({_parameters})");
        WriteBind()
            .Line(_run + ";")
            .Close()
            .Open("else")
            .Line($"EmitSearched{_index}({_passed});")
            .Close()
            .Close()
            .Line()
            .Line($"private static void EmitSearched{_index}({_parameters}) =>")
            .Line($"    {_search};");
    }

    private void WriteEmitAsync()
    {
        _writer.Open($"internal static {EmitSiteWriter.AsyncResult} Emit{_index}(this {_parameters})")
            .Line($"var direct = {Site}FindDirect(emitter, {_target}{_token});")
            .Line($"{Unsafe}SkipInit(out {EmitSiteWriter.AsyncResult} other);")
            .Line("ref readonly var outcome = ref direct is null")
            .Line($"    ? ref EmitUnbound{_index}({_passed}, ref other)")
            .Line($"    : ref {Site}GetOutcome(emitter, direct, direct == {_event}.Instance ? {_run} : {_runOther}, ref other);")
            .Line("return outcome;")
            .Close()
            .Line()
            .Open($"private static ref readonly {EmitSiteWriter.AsyncResult} EmitUnbound{_index}({_parameters}, ref {EmitSiteWriter.AsyncResult} other)");
        WriteBind()
            .Line($"return ref {Site}GetOutcome(emitter, {_event}.Instance, {_run}, ref other);")
            .Close()
            .Line()
            .Line($"return ref EmitSearched{_index}({_passed}, ref other);")
            .Close()
            .Line()
            .Line($"private static ref readonly {EmitSiteWriter.AsyncResult} EmitSearched{_index}({_parameters}, ref {EmitSiteWriter.AsyncResult} other) =>")
            .Line($"    ref {_search};");
    }

    private CodeWriter WriteBind() => _writer
        .Line($"if ({_target} is null")
        .Line("    && global::System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled")
        .Open($"    && {Site}Bind(emitter, ref {_target}, {_table}, {_event}.Instance{_token}))");
}
