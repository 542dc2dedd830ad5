using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Emitting;
using Pyventus.Generators.Linking;
using Pyventus.Generators.Models;
using Pyventus.Generators.Parsing;
using Pyventus.Roslyn;

namespace Pyventus.Generators;

/// <summary>Finds the methods with <c>[On]</c> and <c>[Once]</c> and writes the linker table that calls them, and the bodies of those with <c>[Emits]</c>; in builds, also what calls of <c>Emit</c> become.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PyventusGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var assembly = context.CompilationProvider
            .Select(AssemblyParser.Parse)
            .WithTrackingName(TrackingNames.Assembly);

        var referencedTables = context.CompilationProvider
            .Select(ReferencedTableParser.Parse)
            .WithTrackingName(TrackingNames.ReferencedTables);

        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(WellKnownNames.EmitsAttribute, DeclarationParser.IsCandidate, DeclarationParser.Parse)
            .SelectMany(static (found, _) => found)
            .WithTrackingName(TrackingNames.Declarations);

        var declaredMethods = declarations
            .Select(static (declaration, _) => declaration.Method)
            .WithTrackingName(TrackingNames.DeclaredMethods);

        var linkerLimits = context.SyntaxProvider
            .CreateSyntaxProvider(LinkerLimitParser.IsCandidate, LinkerLimitParser.Parse)
            .Collect()
            .Select(LinkerLimits.Merge)
            .WithTrackingName(TrackingNames.LinkerLimits);

        var events = FindHandlers(context, WellKnownNames.OnAttribute, TrackingNames.OnHandlers)
            .Combine(FindHandlers(context, WellKnownNames.OnAttributeOfT, TrackingNames.OnOfTHandlers))
            .Combine(FindHandlers(context, WellKnownNames.OnceAttribute, TrackingNames.OnceHandlers))
            .Combine(FindHandlers(context, WellKnownNames.OnceAttributeOfT, TrackingNames.OnceOfTHandlers))
            .Combine(declarations.Collect())
            .Select(static (all, cancellationToken) =>
                EventGrouping.Group([all.Left.Left.Left.Left, all.Left.Left.Left.Right, all.Left.Left.Right, all.Left.Right], all.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Events);

        var eachEvent = events
            .SelectMany(static (all, _) => all)
            .Combine(assembly)
            .WithTrackingName(TrackingNames.Event);

        var table = events
            .Select(TableBuilder.Build)
            .Combine(assembly)
            .WithTrackingName(TrackingNames.Table);

        var services = events
            .Select(ServicesBuilder.Build)
            .Combine(assembly)
            .WithTrackingName(TrackingNames.Services);

        var registration = table
            .Combine(referencedTables)
            .Select(static (item, _) => RegistrationModel.Create(item.Left.Right, item.Left.Left, item.Right))
            .WithTrackingName(TrackingNames.Registration);

        var callSites = context.SyntaxProvider
            .CreateSyntaxProvider(CallSiteParser.IsCandidate, CallSiteParser.Parse)
            .SelectMany(static (file, _) => file)
            .WithTrackingName(TrackingNames.CallSites);

        var repeatedFiles = callSites
            .Select(static (file, _) => file.ContentHash)
            .Collect()
            .Select(RepeatedFiles.Find)
            .WithTrackingName(TrackingNames.RepeatedFiles);

        var callSiteFiles = callSites
            .Combine(repeatedFiles)
            .Where(static item => !item.Right.Contains(item.Left.ContentHash))
            .Select(static (item, _) => item.Left)
            .WithTrackingName(TrackingNames.CallSiteFiles);

        context.RegisterSourceOutput(declaredMethods, static (output, item) => DeclarationWriter.Write(output.AddSource, item));
        context.RegisterSourceOutput(linkerLimits, static (output, item) => LinkerLimitWriter.Write(output.AddSource, item));
        context.RegisterSourceOutput(eachEvent, static (output, item) => EventWriter.Write(output.AddSource, item.Left, item.Right));
        context.RegisterSourceOutput(table, static (output, item) => TableWriter.Write(output.AddSource, item.Left, item.Right));
        context.RegisterSourceOutput(services, static (output, item) => ServicesWriter.Write(output.AddSource, item.Left, item.Right));
        context.RegisterSourceOutput(registration, static (output, item) => RegistrationWriter.Write(output.AddSource, item));
        context.RegisterSourceOutput(callSiteFiles, static (output, item) => InterceptorWriter.Write(output.AddSource, item));
    }

    private static IncrementalValueProvider<ImmutableArray<EquatableArray<HandlerModel>>> FindHandlers(
        IncrementalGeneratorInitializationContext context, string attribute, string trackingName) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, HandlerParser.IsCandidate, HandlerParser.Parse)
            .WithTrackingName(trackingName)
            .Collect();
}
