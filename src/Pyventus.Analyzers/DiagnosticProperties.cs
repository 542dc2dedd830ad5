namespace Pyventus.Analyzers;

/// <summary>What a diagnostic tells its fix; linked into the assembly of the fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The types the payload parameters should have, separated by line breaks; empty for one that may stay.</summary>
    public const string PayloadTypes = nameof(PayloadTypes);

    /// <summary>The name of the event that was meant.</summary>
    public const string EventName = nameof(EventName);

    /// <summary>How many leading payload parameters should lose their default values.</summary>
    public const string RemovedDefaults = nameof(RemovedDefaults);
}
