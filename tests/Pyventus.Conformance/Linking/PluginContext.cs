using System.Reflection;
using System.Runtime.Loader;

namespace Pyventus.Conformance;

/// <summary>A plug-in: a copy of this assembly in a collectible load context, over the host's Pyventus.</summary>
internal sealed class PluginContext
{
    // A field of a load context of its own that pointed into it would keep it alive.
    private readonly AssemblyLoadContext _context = new("Plug-in", isCollectible: true);
    private readonly Type _plugin;

    public PluginContext()
    {
        _plugin = _context.LoadFromAssemblyPath(typeof(Plugin).Assembly.Location).GetType(typeof(Plugin).FullName!, throwOnError: true)!;
    }

    public void Register(Type linkerType, Action<int> handle) => Call(nameof(Plugin.Register), linkerType, handle);

    public void RegisterDirect(Type linkerType) => Call(nameof(Plugin.RegisterDirect), linkerType);

    public void Emit(EventEmitter emitter) => Call(nameof(Plugin.Emit), emitter);

    public void EmitObject(EventEmitter emitter) => Call(nameof(Plugin.EmitObject), emitter);

    /// <summary>Unloads the plug-in.</summary>
    /// <returns>The load context, alive for as long as something of the plug-in is.</returns>
    public WeakReference Unload()
    {
        _context.Unload();
        return new WeakReference(_context);
    }

    private void Call(string method, params object[] arguments) =>
        _plugin.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
