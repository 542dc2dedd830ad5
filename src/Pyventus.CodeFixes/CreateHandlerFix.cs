using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Pyventus.Analyzers;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Creates a handler for an event that nothing handles (PYV1201).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CreateHandlerFix : EditingCodeFixProvider
{
    private const string ClassName = "EventHandlers";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.NoHandler];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (KnownSymbols.TryCreate(model.Compilation) is not { } symbols
            || FindCall(node, model, cancellationToken) is not { } call
            || EmittedEvent.TryCreate(call, symbols) is not { } emitted)
        {
            yield break;
        }

        var payload = HandlerPayload.Find(call, emitted, symbols);
        if (payload.Any(parameter => !HandlerPayload.CanBeTaken(parameter.Type, symbols)))
        {
            yield break;
        }

        // One handler is enough for all emissions of an event.
        var stub = new HandlerStub("On" + HandlerPayload.ToIdentifier(emitted.Name ?? emitted.Type!.Name), GetAttribute(emitted), payload);
        string newClass = GetClassName(node, model);
        yield return new CodeEdit($"Create a handler for {emitted}", nameof(CreateHandlerFix), emitted.ToString(), async (solution, token) =>
        {
            if (await solution.GetEditorAsync(node, token).ConfigureAwait(false) is { } editor)
            {
                AddHandler(editor, node, newClass, stub);
            }
        });
    }

    private static IInvocationOperation? FindCall(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var invocation = node as InvocationExpressionSyntax;
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax around } argument && argument.Expression.Span.Contains(node.Span))
        {
            invocation = around;
        }

        return invocation is null ? null : model.GetOperation(invocation, cancellationToken) as IInvocationOperation;
    }

    private static string GetAttribute(EmittedEvent emitted) =>
        emitted.Type is { } type
            ? $"On<{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>"
            : $"On({SymbolDisplay.FormatLiteral(emitted.Name!, quote: true)})";

    private static void AddHandler(DocumentEditor editor, SyntaxNode node, string newClass, HandlerStub stub)
    {
        if (FindClass(node) is { } containing)
        {
            editor.ReplaceNode(containing, (current, _) => stub.AddTo((TypeDeclarationSyntax)current));
        }
        else
        {
            editor.ReplaceNode(editor.OriginalRoot, (current, _) => AddToUnit((CompilationUnitSyntax)current, newClass, stub));
        }
    }

    // A handler in a nested, generic or file-local class might not be accessible to generated code.
    private static ClassDeclarationSyntax? FindClass(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is ClassDeclarationSyntax { TypeParameterList: null } containing
        && containing.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax
        && !containing.Modifiers.Any(SyntaxKind.FileKeyword)
            ? containing
            : null;

    private static CompilationUnitSyntax AddToUnit(CompilationUnitSyntax unit, string className, HandlerStub stub)
    {
        if (unit.DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(type => IsClass(type, className)) is { } existing)
        {
            return unit.ReplaceNode(existing, stub.AddTo(existing));
        }

        // At the edges of a file the formatter leaves line ends as they are.
        var newLine = unit.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var created = stub.AddTo((TypeDeclarationSyntax)SyntaxFactory
            .ParseMemberDeclaration($"internal static class {className} {{ }}")!
            .NormalizeWhitespace(eol: "\n", elasticTrivia: true)
            .WithLeadingTrivia(newLine)
            .WithAdditionalAnnotations(Formatter.Annotation))
            .WithTrailingTrivia(newLine);
        return unit.Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault() is { } fileScoped
            ? unit.ReplaceNode(fileScoped, fileScoped.AddMembers(created))
            : unit.AddMembers(created);
    }

    // The class of an earlier fix is used again; what else has its name stands in the way.
    private static string GetClassName(SyntaxNode node, SemanticModel model)
    {
        string name = ClassName;
        for (int number = 2; model.LookupNamespacesAndTypes(node.SpanStart, name: name) is { IsEmpty: false } found; number++)
        {
            if (found.SelectMany(static symbol => symbol.DeclaringSyntaxReferences).Any(reference =>
                reference.SyntaxTree == node.SyntaxTree && IsClass(reference.GetSyntax(), name)))
            {
                return name;
            }

            name = ClassName + number;
        }

        return name;
    }

    private static bool IsClass(SyntaxNode declaration, string name) =>
        declaration is ClassDeclarationSyntax { TypeParameterList: null, Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax } type
        && type.Identifier.ValueText == name
        && type.Modifiers.Any(SyntaxKind.StaticKeyword);
}
