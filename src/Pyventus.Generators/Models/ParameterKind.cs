namespace Pyventus.Generators.Models;

/// <summary>What a parameter of a handler gets.</summary>
internal enum ParameterKind
{
    /// <summary>The next argument of the emission.</summary>
    Payload,

    /// <summary>The token of the emission.</summary>
    CancellationToken,

    /// <summary>The context of the emission.</summary>
    Context,
}
