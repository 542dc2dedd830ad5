namespace Pyventus.Generators;

/// <summary>The names of the steps of the pipeline; tests find them by reflection.</summary>
internal static class TrackingNames
{
    public const string Project = nameof(Project);
    public const string Handlers = nameof(Handlers);
    public const string Declarations = nameof(Declarations);
    public const string DeclaredMethods = nameof(DeclaredMethods);
    public const string LinkerLimits = nameof(LinkerLimits);
    public const string Assembly = nameof(Assembly);
    public const string ReferencedTables = nameof(ReferencedTables);
    public const string Events = nameof(Events);
    public const string Event = nameof(Event);
    public const string Table = nameof(Table);
    public const string Services = nameof(Services);
    public const string Registration = nameof(Registration);
    public const string CallSites = nameof(CallSites);
    public const string RepeatedFiles = nameof(RepeatedFiles);
    public const string EmittedContracts = nameof(EmittedContracts);
    public const string CallSiteFiles = nameof(CallSiteFiles);
}
