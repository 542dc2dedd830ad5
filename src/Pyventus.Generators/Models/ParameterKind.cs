namespace Pyventus.Generators.Models;

/// <summary>What a parameter of a handler or callback gets.</summary>
internal enum ParameterKind
{
    /// <summary>The next argument of the emission.</summary>
    Payload,

    /// <summary>The token of the emission.</summary>
    CancellationToken,

    /// <summary>The context of the emission.</summary>
    Context,

    /// <summary>A service of the provider.</summary>
    Service,

    /// <summary>For a success callback, the result of the handler.</summary>
    Result,

    /// <summary>For a failure callback, what the handler threw.</summary>
    Exception,
}
