using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>Says when handlers of an application need services that nothing provides (PYV1501).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServicesAnalyzer : PyventusAnalyzer
{
    private static readonly ImmutableHashSet<string> _serviceAttributes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Pyventus.ServiceAttribute",
        "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute",
        "Microsoft.AspNetCore.Mvc.FromServicesAttribute");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [BuildDescriptors.NoServices];

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols symbols)
    {
        // A library's handlers get what the application has.
        var compilation = symbols.Compilation;
        var isMissing = new Lazy<bool>(() => compilation.Options.OutputKind.IsApplication() && !ServiceUse.IsIn(compilation));
        HandlerAttributeUse.Register(start, symbols, (use, report) => Analyze(use, symbols, isMissing, report));
    }

    private static void Analyze(HandlerAttributeUse use, KnownSymbols symbols, Lazy<bool> isMissing, Action<Diagnostic> report)
    {
        if (use is { IsFirst: true, Syntax.Parent.Parent: MethodDeclarationSyntax declaration }
            && GetNeed(use.Method, symbols) is { } need
            && isMissing.Value
            && HandlerRules.Validate(use.Method, use.Attribute, symbols).IsEmpty)
        {
            report(Diagnostic.Create(BuildDescriptors.NoServices, declaration.Identifier.GetLocation(), HandlerRules.Describe(use.Method), need));
        }
    }

    private static string? GetNeed(IMethodSymbol method, KnownSymbols symbols)
    {
        if (method.Parameters.FirstOrDefault(IsRequiredService) is { } service)
        {
            return $"parameter '{service.Name}' is a service";
        }

        return method.IsStatic || InstanceCreation.HasParameterlessConstructor(method.ContainingType, mustBePublic: false, symbols)
            ? null
            : $"its class '{method.ContainingType.Name}' has no accessible parameterless constructor";
    }

    private static bool IsRequiredService(IParameterSymbol parameter) =>
        !parameter.HasExplicitDefaultValue
        && parameter.NullableAnnotation != NullableAnnotation.Annotated
        && parameter.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && _serviceAttributes.Contains(type.ToDisplayString()));
}
