using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pyventus.Generators.Linking;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>
/// Finds the calls of <c>Emit</c> and <c>EmitAsync</c> in a file whose event is known at compile time. What an interceptor
/// could change in any way is left alone: without one, a call does the same, only slower.
/// </summary>
internal static class CallSiteParser
{
    private const string FeatureName = "InterceptorsNamespaces";

    /// <summary>Whether the compiler lets generated code intercept calls: in builds, unless the user says otherwise.</summary>
    public static bool AllowsInterceptors(ParseOptions options) =>
        options.Features.TryGetValue(FeatureName, out string? namespaces) && namespaces.Split(';').Contains(WellKnownNames.GeneratedNamespace);

    /// <summary>Whether the file has calls that may be intercepted. Where no interceptor is allowed, as in an editor, nothing is looked at.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is CompilationUnitSyntax file && AllowsInterceptors(file.SyntaxTree.Options) && file.SyntaxTree.FilePath.Length > 0 && FindCalls(file).Any();

    /// <summary>The calls of the file, or nothing when none of them can be intercepted.</summary>
    public static EquatableArray<CallSiteFileModel> Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        if (CompilationContext.Of(context.SemanticModel.Compilation).Symbols is not { } symbols)
        {
            return default;
        }

        var found = new List<(CallSiteModel Site, InterceptedCallModel Call)>();
        foreach (InvocationExpressionSyntax call in FindCalls(context.Node))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (EmittedEventParser.Parse(call, context.SemanticModel, symbols, cancellationToken) is { } site
                && context.SemanticModel.GetInterceptableLocation(call, cancellationToken) is { } location)
            {
                found.Add((site, ParseCall(call, location)));
            }
        }

        return found.Count == 0 ? default : ImmutableArray.Create(CreateFile(context, found, cancellationToken));
    }

    private static IEnumerable<InvocationExpressionSyntax> FindCalls(SyntaxNode file) =>
        file.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static call => call.ArgumentList.Arguments.Count > 0 && GetName(call)?.Identifier.ValueText is "Emit" or "EmitAsync");

    private static SimpleNameSyntax? GetName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var expression => expression as SimpleNameSyntax,
    };

    private static InterceptedCallModel ParseCall(InvocationExpressionSyntax call, InterceptableLocation location)
    {
        var start = call.SyntaxTree.GetLineSpan(GetName(call)!.Span).StartLinePosition;
        return new InterceptedCallModel
        {
            Version = location.Version,
            Data = location.Data,
            Display = $"{StableNames.ToFileName(GetFileName(call.SyntaxTree.FilePath))}({start.Line + 1},{start.Character + 1})",
        };
    }

    private static CallSiteFileModel CreateFile(
        GeneratorSyntaxContext context, List<(CallSiteModel Site, InterceptedCallModel Call)> found, CancellationToken cancellationToken)
    {
        SyntaxTree tree = context.Node.SyntaxTree;

        // As the compiler writes it into the assembly: a build elsewhere may give the same.
        string path = context.SemanticModel.Compilation.Options.SourceReferenceResolver?.NormalizePath(tree.FilePath, baseFilePath: null) ?? tree.FilePath;
        return new CallSiteFileModel
        {
            HintName = $"CallSites.{StableNames.ToFileName(GetFileName(path))}.{new StableHash().Add(path)}.g.cs",
            ContentHash = Convert.ToBase64String([.. tree.GetText(cancellationToken).GetContentHash()]),
            Sites = ImmutableArray.CreateRange(found
                .GroupBy(static item => item.Site)
                .Select(static same => same.Key with { Calls = ImmutableArray.CreateRange(same.Select(static item => item.Call)) })),
        };
    }

    private static string GetFileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
