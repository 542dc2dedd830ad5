using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Pyventus.Roslyn;

/// <summary>The symbols the rules compare with, resolved once per compilation.</summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<KnownSymbols?>> _cache = new();

    private KnownSymbols(Compilation compilation, INamedTypeSymbol onAttribute, INamedTypeSymbol eventLinker)
    {
        Compilation = compilation;
        OnAttribute = onAttribute;
        EventLinker = eventLinker;
        OnAttributeOfT = compilation.GetTypeByMetadataName(WellKnownNames.OnAttributeOfT);
        OnceAttribute = compilation.GetTypeByMetadataName(WellKnownNames.OnceAttribute);
        OnceAttributeOfT = compilation.GetTypeByMetadataName(WellKnownNames.OnceAttributeOfT);
        ServiceAttribute = compilation.GetTypeByMetadataName(WellKnownNames.ServiceAttribute);
        FromKeyedServicesAttribute = compilation.GetTypeByMetadataName(WellKnownNames.FromKeyedServicesAttribute);
        FromServicesAttribute = compilation.GetTypeByMetadataName(WellKnownNames.FromServicesAttribute);
        ActivatorUtilitiesConstructorAttribute = compilation.GetTypeByMetadataName(WellKnownNames.ActivatorUtilitiesConstructorAttribute);
        EmitsAttribute = compilation.GetTypeByMetadataName(WellKnownNames.EmitsAttribute);
        EventContext = compilation.GetTypeByMetadataName(WellKnownNames.EventContext);
        EventEmitter = compilation.GetTypeByMetadataName(WellKnownNames.EventEmitter);
        EmissionResult = compilation.GetTypeByMetadataName(WellKnownNames.EmissionResult);
        LinkerTableAttribute = compilation.GetTypeByMetadataName(WellKnownNames.LinkerTableAttribute);
        LinkerTableEventAttribute = compilation.GetTypeByMetadataName(WellKnownNames.LinkerTableEventAttribute);
        CancellationToken = compilation.GetTypeByMetadataName(WellKnownNames.CancellationToken);
        Task = compilation.GetTypeByMetadataName(WellKnownNames.Task);
        TaskOfT = compilation.GetTypeByMetadataName(WellKnownNames.TaskOfT);
        ValueTask = compilation.GetTypeByMetadataName(WellKnownNames.ValueTask);
        ValueTaskOfT = compilation.GetTypeByMetadataName(WellKnownNames.ValueTaskOfT);
        AsyncEnumerableOfT = compilation.GetTypeByMetadataName(WellKnownNames.AsyncEnumerableOfT);
        AsyncEnumeratorOfT = compilation.GetTypeByMetadataName(WellKnownNames.AsyncEnumeratorOfT);
        Exception = compilation.GetTypeByMetadataName(WellKnownNames.Exception);
        Type = compilation.GetTypeByMetadataName(WellKnownNames.Type);
        ObsoleteAttribute = compilation.GetTypeByMetadataName(WellKnownNames.ObsoleteAttribute);
        AsyncMethodBuilderAttribute = compilation.GetTypeByMetadataName(WellKnownNames.AsyncMethodBuilderAttribute);
        UnmanagedCallersOnlyAttribute = compilation.GetTypeByMetadataName(WellKnownNames.UnmanagedCallersOnlyAttribute);
        SetsRequiredMembersAttribute = compilation.GetTypeByMetadataName(WellKnownNames.SetsRequiredMembersAttribute);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol OnAttribute { get; }

    public INamedTypeSymbol? OnAttributeOfT { get; }

    public INamedTypeSymbol? OnceAttribute { get; }

    public INamedTypeSymbol? OnceAttributeOfT { get; }

    public INamedTypeSymbol? EmitsAttribute { get; }

    public INamedTypeSymbol EventLinker { get; }

    public INamedTypeSymbol? ServiceAttribute { get; }

    public INamedTypeSymbol? FromKeyedServicesAttribute { get; }

    public INamedTypeSymbol? FromServicesAttribute { get; }

    public INamedTypeSymbol? ActivatorUtilitiesConstructorAttribute { get; }

    public INamedTypeSymbol? EventContext { get; }

    public INamedTypeSymbol? EventEmitter { get; }

    public INamedTypeSymbol? EmissionResult { get; }

    public INamedTypeSymbol? LinkerTableAttribute { get; }

    public INamedTypeSymbol? LinkerTableEventAttribute { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfT { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    public INamedTypeSymbol? AsyncEnumerableOfT { get; }

    public INamedTypeSymbol? AsyncEnumeratorOfT { get; }

    public INamedTypeSymbol? Exception { get; }

    public INamedTypeSymbol? Type { get; }

    public INamedTypeSymbol? ObsoleteAttribute { get; }

    public INamedTypeSymbol? AsyncMethodBuilderAttribute { get; }

    public INamedTypeSymbol? UnmanagedCallersOnlyAttribute { get; }

    public INamedTypeSymbol? SetsRequiredMembersAttribute { get; }

    /// <summary>
    /// The symbols, resolved once for all that ask; null when the compilation does not reference the runtime under the name
    /// <c>global::Pyventus</c>.
    /// </summary>
    public static KnownSymbols? TryCreate(Compilation compilation) =>
        _cache.GetValue(compilation, static key => new StrongBox<KnownSymbols?>(Resolve(key))).Value;

    public static bool Same(ISymbol? left, ISymbol? right) =>
        left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary>Whether the attribute is <c>[On]</c> or <c>[On&lt;T&gt;]</c>.</summary>
    public bool IsOn(AttributeData attribute) =>
        Same(attribute.AttributeClass?.OriginalDefinition, OnAttribute)
        || Same(attribute.AttributeClass?.OriginalDefinition, OnAttributeOfT);

    /// <summary>Whether the attribute is <c>[Once]</c> or <c>[Once&lt;T&gt;]</c>.</summary>
    public bool IsOnce(AttributeData attribute) =>
        Same(attribute.AttributeClass?.OriginalDefinition, OnceAttribute)
        || Same(attribute.AttributeClass?.OriginalDefinition, OnceAttributeOfT);

    /// <summary>Whether the attribute links a handler.</summary>
    public bool IsHandlerAttribute(AttributeData attribute) => IsOn(attribute) || IsOnce(attribute);

    /// <summary>Whether the attribute is <c>[Emits]</c>.</summary>
    public bool IsEmits(AttributeData attribute) => Same(attribute.AttributeClass, EmitsAttribute);

    /// <summary>Whether a parameter of this type is filled by the emission and is never payload.</summary>
    public bool IsSpecial(ITypeSymbol type) => Same(type, CancellationToken) || Same(type, EventContext);

    private static KnownSymbols? Resolve(Compilation compilation) =>
        compilation.GetTypeByMetadataName(WellKnownNames.OnAttribute) is { } onAttribute
        && compilation.GetTypeByMetadataName(WellKnownNames.EventLinker) is { } eventLinker
        && GeneratedCodeAccess.IsInGlobalNamespace(onAttribute.ContainingAssembly, compilation)
            ? new KnownSymbols(compilation, onAttribute, eventLinker)
            : null;
}
