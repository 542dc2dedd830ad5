using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Pyventus.Analyzers;
using Pyventus.Roslyn;

namespace Pyventus.CodeFixes;

/// <summary>Gives a handler the payload parameters of its event (PYV1106).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangePayloadFix : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.PayloadMismatch];

    private protected override IEnumerable<CodeEdit> GetEdits(
        SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (diagnostic.Properties.TryGetValue(DiagnosticProperties.PayloadTypes, out string? types)
            && diagnostic.Properties.TryGetValue(DiagnosticProperties.RemovedDefaults, out string? removedDefaults)
            && KnownSymbols.TryCreate(model.Compilation) is { } symbols
            && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellationToken) is { IsOverride: false } method
            && !MethodDeclarations.ImplementsInterface(method))
        {
            int[] payload = [.. ParameterRules.GetPayload(method, symbols).Select(static parameter => parameter.Ordinal)];
            string[] expected = types!.Split('\n');
            int required = int.Parse(removedDefaults!, CultureInfo.InvariantCulture);
            yield return new CodeEdit("Change the parameters to those of the event", nameof(ChangePayloadFix), declaration, async (solution, token) =>
            {
                foreach (var part in MethodDeclarations.Of(method, token).OfType<MethodDeclarationSyntax>())
                {
                    if (await solution.GetEditorAsync(part, token).ConfigureAwait(false) is { } editor)
                    {
                        Change(editor, part.ParameterList.Parameters, payload, expected, required);
                    }
                }
            });
        }
    }

    private static void Change(
        DocumentEditor editor, SeparatedSyntaxList<ParameterSyntax> parameters, int[] payload, string[] expected, int required)
    {
        for (int index = 0; index < payload.Length; index++)
        {
            var parameter = parameters[payload[index]];
            if (index >= expected.Length)
            {
                editor.RemoveNode(parameter);
                continue;
            }

            if (expected[index].Length > 0 && parameter.Type is { } type)
            {
                editor.ReplaceNode(type, SyntaxFactory.ParseTypeName(expected[index])
                    .WithTriviaFrom(type)
                    .WithAdditionalAnnotations(Simplifier.Annotation));
            }

            if (index < required && parameter.Default is not null)
            {
                editor.ReplaceNode(parameter, static (current, _) => RemoveDefault((ParameterSyntax)current));
            }
        }
    }

    private static ParameterSyntax RemoveDefault(ParameterSyntax parameter) =>
        parameter
            .WithIdentifier(parameter.Identifier.WithTrailingTrivia(parameter.GetTrailingTrivia()))
            .WithDefault(null);
}
