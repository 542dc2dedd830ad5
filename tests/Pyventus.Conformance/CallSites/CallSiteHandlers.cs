namespace Pyventus.Conformance;

/// <summary>Handlers that need nothing but their arguments, so that a call site can run them directly, and some that need more.</summary>
internal static class CallSiteHandlers
{
    [On("site.plain", Linker = typeof(CallSiteLinker))]
    internal static void Plain(CallLog log, int id) => log.Add($"plain {id}");

    [On("site.converted", Linker = typeof(CallSiteLinker))]
    internal static void Converted(CallLog log, long number, Exception error) => log.Add($"converted {number} {error.GetType().Name}");

    [On("site.shapes", Linker = typeof(CallSiteLinker))]
    internal static void Shapes(CallLog log, object? value) => log.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value ?? "null"}"));

    [On("site.failing", Order = -1, Linker = typeof(CallSiteLinker))]
    internal static void Failing(CallLog log) => throw new InvalidOperationException("failing");

    [On("site.failing", Linker = typeof(CallSiteLinker))]
    internal static Task Faulted(CallLog log) => Task.FromException(new InvalidOperationException("faulted"));

    [On("site.failing", Order = 1, Linker = typeof(CallSiteLinker))]
    internal static ValueTask<int> AfterFailures(CallLog log)
    {
        log.Add("after");
        return new ValueTask<int>(1);
    }

    [Once("site.once", Linker = typeof(CallSiteLinker))]
    internal static void Once(CallLog log, int id) => log.Add($"once {id}");

    [On("site.once", Linker = typeof(CallSiteLinker))]
    internal static void Always(CallLog log, int id) => log.Add($"always {id}");

    [On("site.token", Linker = typeof(CallSiteLinker))]
    internal static void Token(CallLog log, CancellationToken token) => log.Add($"token {token.CanBeCanceled}");

    [On("site.nested", Linker = typeof(CallSiteLinker))]
    internal static void Nested(CallLog log, EventEmitter emitter, int depth)
    {
        log.Add($"nested {depth}");
        if (depth > 0)
        {
            emitter.Emit("site.nested", log, emitter, depth - 1);
        }
    }

    [On("site.async", Linker = typeof(CallSiteLinker))]
    internal static async Task BeginAsync(CallLog log, int id)
    {
        await Task.Yield();
        log.Add($"async {id}");
    }

    [On<Shipped>(Linker = typeof(CallSiteLinker))]
    internal static void Ship(Shipped e) => e.Log.Add($"shipped {e.Id}");

    [On<Moved>(Linker = typeof(CallSiteLinker))]
    internal static void Move(Moved e) => e.Log.Add($"moved {e.By}");

    [On<Changed<string>>(Linker = typeof(CallSiteLinker))]
    internal static void Change(Changed<string> e) => e.Log.Add($"changed {e.Value}");

    [On("site.declared", Linker = typeof(CallSiteLinker))]
    internal static void Declared(CallLog log, long id) => log.Add($"declared {id}");
}
