namespace Pyventus.Roslyn;

/// <summary>Metadata names of what the compile-time parts know of the runtime and the framework.</summary>
internal static class WellKnownNames
{
    /// <summary>The version of the contract between generated code and the runtime (LinkerTable.CurrentAbiVersion).</summary>
    public const int AbiVersion = 1;

    /// <summary>The largest number of payload parameters.</summary>
    public const int MaxPayloadArity = 8;

    public const string RuntimeAssembly = "Pyventus";

    /// <summary>The generator, in whose folder the compiler puts what it generates.</summary>
    public const string Generator = "Pyventus.Generators.PyventusGenerator";

    /// <summary>The namespace of generated code, for which a build allows interceptors.</summary>
    public const string GeneratedNamespace = "Pyventus.Generated";

    /// <summary>The nested class of a table that has the stubs: a class of its own, since the runtime loads a class with all its methods.</summary>
    public const string ContractsClass = "Contracts";

    public const string OnAttribute = "Pyventus.OnAttribute";
    public const string OnAttributeOfT = "Pyventus.OnAttribute`1";
    public const string OnceAttribute = "Pyventus.OnceAttribute";
    public const string OnceAttributeOfT = "Pyventus.OnceAttribute`1";
    public const string EmitsAttribute = "Pyventus.EmitsAttribute";

    public const string ServiceAttribute = "Pyventus.ServiceAttribute";
    public const string FromKeyedServicesAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string FromServicesAttribute = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";
    public const string ActivatorUtilitiesConstructorAttribute = "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";

    public const string EventLinker = "Pyventus.EventLinker";
    public const string EventContext = "Pyventus.EventContext";
    public const string EventEmitter = "Pyventus.EventEmitter";
    public const string EmissionResult = "Pyventus.EmissionResult";

    public const string LinkerTableAttribute = "Pyventus.CompilerServices.LinkerTableAttribute";
    public const string LinkerTableEventAttribute = "Pyventus.CompilerServices.LinkerTableEventAttribute";

    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOfT = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOfT = "System.Threading.Tasks.ValueTask`1";
    public const string AsyncEnumerableOfT = "System.Collections.Generic.IAsyncEnumerable`1";
    public const string AsyncEnumeratorOfT = "System.Collections.Generic.IAsyncEnumerator`1";
    public const string Exception = "System.Exception";
    public const string Type = "System.Type";
    public const string ObsoleteAttribute = "System.ObsoleteAttribute";
    public const string AsyncMethodBuilderAttribute = "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute";
    public const string UnmanagedCallersOnlyAttribute = "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute";
    public const string SetsRequiredMembersAttribute = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
}
