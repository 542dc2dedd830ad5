using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>An <c>[Emits]</c> where it stands in the source.</summary>
/// <param name="Method">The method it is on; the declaring part of a partial one.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Syntax">Where it is written.</param>
internal sealed record EmitsUse(IMethodSymbol Method, AttributeData Attribute, AttributeSyntax Syntax)
{
    /// <summary>Calls back for each <c>[Emits]</c> of the compilation that rules can speak about.</summary>
    public static void Register(CompilationStartAnalysisContext start, KnownSymbols symbols, Action<EmitsUse, Action<Diagnostic>> analyze) =>
        start.RegisterSyntaxNodeAction(node => Visit(node, symbols, analyze), AttributeTarget.Kinds);

    private static void Visit(SyntaxNodeAnalysisContext context, KnownSymbols symbols, Action<EmitsUse, Action<Diagnostic>> analyze)
    {
        if (!AttributeTarget.GetAttributes(context.Node).Any()
            || AttributeTarget.GetMethod(context.Node, context.SemanticModel, context.CancellationToken) is not { } part)
        {
            return;
        }

        var method = part.PartialDefinitionPart ?? part;
        if (DeclarationRules.GetAttribute(method, symbols) is { } attribute
            && AttributeTarget.GetAttributes(context.Node).FirstOrDefault(syntax => AttributeTarget.IsWrittenAs(attribute, syntax)) is { } written
            && !HandlerRules.HasCompileErrors(method, attribute))
        {
            analyze(new EmitsUse(method, attribute, written), context.ReportDiagnostic);
        }
    }
}
