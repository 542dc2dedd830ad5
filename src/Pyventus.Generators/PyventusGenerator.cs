using Microsoft.CodeAnalysis;
using Pyventus.Generators.Emitting;
using Pyventus.Generators.Linking;
using Pyventus.Generators.Models;
using Pyventus.Generators.Parsing;

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

        var parser = new ProjectParser();
        var project = context.CompilationProvider
            .Select(parser.Parse)
            .WithTrackingName(TrackingNames.Project);

        var referencedTables = project
            .Select(static (found, _) => found.ReferencedTables)
            .WithTrackingName(TrackingNames.ReferencedTables);

        var handlers = project
            .SelectMany(static (found, _) => found.Handlers)
            .WithTrackingName(TrackingNames.Handlers);

        var declarations = project
            .SelectMany(static (found, _) => found.Declarations)
            .WithTrackingName(TrackingNames.Declarations);

        var declaredMethods = declarations
            .Select(static (declaration, _) => declaration.Method)
            .WithTrackingName(TrackingNames.DeclaredMethods);

        var linkerLimits = project
            .Select(static (found, _) => LinkerLimits.Merge(found.LinkerLimits))
            .WithTrackingName(TrackingNames.LinkerLimits);

        var events = handlers.Collect()
            .Combine(declarations.Collect())
            .Select(static (all, cancellationToken) => EventGrouping.Group(all.Left, all.Right, cancellationToken))
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

        var emittedContracts = events
            .Combine(context.ParseOptionsProvider.Select(static (options, _) => CallSiteParser.AllowsInterceptors(options)))
            .Combine(assembly)
            .Select(static (item, cancellationToken) => item.Left.Right ? EmittedContracts.Find(item.Left.Left, item.Right, cancellationToken) : default)
            .WithTrackingName(TrackingNames.EmittedContracts);

        var callSiteFiles = callSites
            .Combine(repeatedFiles)
            .Where(static item => !item.Right.Contains(item.Left.ContentHash))
            .Select(static (item, _) => item.Left)
            .Combine(emittedContracts)
            .Select(static (item, _) => EmittedContracts.Apply(item.Left, item.Right))
            .WithTrackingName(TrackingNames.CallSiteFiles);

        context.RegisterSourceOutput(declaredMethods, static (output, item) => DeclarationWriter.Write(output.AddSource, item));
        context.RegisterSourceOutput(linkerLimits, static (output, item) => LinkerLimitWriter.Write(output.AddSource, item));
        context.RegisterSourceOutput(eachEvent, static (output, item) => EventWriter.Write(output.AddSource, item.Left, item.Right));
        context.RegisterSourceOutput(table, static (output, item) => TableWriter.Write(output.AddSource, item.Left, item.Right));
        context.RegisterSourceOutput(services, static (output, item) => ServicesWriter.Write(output.AddSource, item.Left, item.Right));
        context.RegisterSourceOutput(registration, static (output, item) => RegistrationWriter.Write(output.AddSource, item));
        context.RegisterSourceOutput(callSiteFiles, static (output, item) => InterceptorWriter.Write(output.AddSource, item));
    }
}
