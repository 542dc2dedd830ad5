using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pyventus.Roslyn;

namespace Pyventus.Analyzers;

/// <summary>An <c>[On]</c> or <c>[Once]</c> where it stands in the source.</summary>
internal sealed class HandlerAttributeUse
{
    private HandlerAttributeUse(IMethodSymbol method, AttributeData attribute, AttributeSyntax syntax, bool isFirst)
    {
        Method = method;
        Attribute = attribute;
        Syntax = syntax;
        IsFirst = isFirst;
    }

    /// <summary>The method it links.</summary>
    public IMethodSymbol Method { get; }

    public AttributeData Attribute { get; }

    public AttributeSyntax Syntax { get; }

    /// <summary>Whether it is the first of its method, which speaks for what concerns the method as a whole.</summary>
    public bool IsFirst { get; }

    /// <summary>
    /// Calls back for each handler attribute of the compilation that rules can speak about. Declarations are visited as
    /// syntax because an editor shows only what is reported inside the visited node, and the attribute is but a part.
    /// </summary>
    public static void Register(CompilationStartAnalysisContext start, KnownSymbols symbols, Action<HandlerAttributeUse, Action<Diagnostic>> analyze) =>
        start.RegisterSyntaxNodeAction(node => Visit(node, symbols, analyze), AttributeTarget.Kinds);

    private static void Visit(SyntaxNodeAnalysisContext context, KnownSymbols symbols, Action<HandlerAttributeUse, Action<Diagnostic>> analyze)
    {
        foreach (var syntax in AttributeTarget.GetAttributes(context.Node))
        {
            if (TryCreate(syntax, context.SemanticModel, symbols, context.CancellationToken) is { } use)
            {
                analyze(use, context.ReportDiagnostic);
            }
        }
    }

    private static HandlerAttributeUse? TryCreate(
        AttributeSyntax syntax, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (syntax.Parent?.Parent is not { } declaration || AttributeTarget.GetMethod(declaration, model, cancellationToken) is not { } method)
        {
            return null;
        }

        var attributes = HandlerRules.GetHandlerAttributes(method, symbols);
        return attributes.FirstOrDefault(attribute => AttributeTarget.IsWrittenAs(attribute, syntax)) is { } attribute
            && !HandlerRules.HasCompileErrors(method, attribute)
            ? new HandlerAttributeUse(method, attribute, syntax, isFirst: attribute == attributes[0])
            : null;
    }
}
