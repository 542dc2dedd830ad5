using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>One event as the stub in a generated table describes it.</summary>
/// <param name="Linker">The name of the linker type.</param>
/// <param name="Name">The name of the event, or the full name of its type.</param>
/// <param name="Signature">The contract.</param>
/// <param name="Handlers">The ids of the handlers.</param>
/// <param name="Stub">The stub.</param>
internal sealed record GeneratedEvent(string Linker, string Name, string Signature, ImmutableArray<string> Handlers, IMethodSymbol Stub)
{
    /// <summary>The ids without the assembly and the parameter types: <c>Type.Method#0</c>.</summary>
    public IEnumerable<string> ShortHandlers => Handlers.Select(static id => $"{id[(id.IndexOf('!', StringComparison.Ordinal) + 1)..id.IndexOf('(', StringComparison.Ordinal)]}{id[id.LastIndexOf('#')..]}");

    /// <summary>The events of a run's table, in the order of its files; an event that is not public is there once, with its types.</summary>
    public static ImmutableArray<GeneratedEvent> ReadAll(GeneratorRun run)
    {
        var stubs =
            from tree in run.Result.GeneratedSources
            let model = run.Output.GetSemanticModel(tree.SyntaxTree)
            from node in tree.SyntaxTree.GetRoot().DescendantNodes()
            let stub = model.GetDeclaredSymbol(node) as IMethodSymbol
            where stub is not null && stub.Name.StartsWith("Contract_", StringComparison.Ordinal)
            from attribute in stub.GetAttributes()
            where attribute.AttributeClass!.Name == "LinkerTableEventAttribute"
            select Read(stub, attribute);
        var all = stubs.ToImmutableArray();
        return [.. all.Where(item => !all.Any(other => other.Stub.Name == item.Stub.Name + "_Internal"))];
    }

    private static GeneratedEvent Read(IMethodSymbol stub, AttributeData attribute)
    {
        var named = attribute.NamedArguments.ToDictionary(static argument => argument.Key, static argument => argument.Value);
        return new GeneratedEvent(
            attribute.ConstructorArguments[1].Value?.ToString() ?? (string)named["LinkerTypeName"].Value!,
            attribute.ConstructorArguments[0].Value!.ToString()!,
            (string)named["Signature"].Value!,
            [.. named["Handlers"].Values.Select(static id => (string)id.Value!)],
            stub);
    }
}
