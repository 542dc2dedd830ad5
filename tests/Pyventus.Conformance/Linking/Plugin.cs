using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>What a plug-in does; called in copies of this assembly that <see cref="PluginContext"/> loads.</summary>
internal static class Plugin
{
    /// <summary>Does what the module initializer of a plug-in does that handles <c>plugin.event</c>.</summary>
    public static void Register(Type linkerType, Action<int> handle) => LinkerTable.Register(
        new TestTable("Plugin", linkerType, new TestTableEvent<Payload<int>>("plugin.event", 1, "Plugin!Handler#0", payload => handle(payload.Item1))));

    /// <summary>The same for <c>plugin.direct</c>, whose handler is direct.</summary>
    public static void RegisterDirect(Type linkerType) => LinkerTable.Register(new TestTable("Plugin", linkerType, new PlainTableEvent("plugin.direct", "Plugin!Direct#0")));

    /// <summary>Emits an argument of a type that only the plug-in has.</summary>
    public static void Emit(EventEmitter emitter) => emitter.Emit("host.event", new PluginMessage());

    /// <summary>Emits an event object of a type that only the plug-in has.</summary>
    public static void EmitObject(EventEmitter emitter) => emitter.Emit(new PluginMessage());

    private sealed class PluginMessage : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
