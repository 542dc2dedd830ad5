namespace Pyventus.Generators.Models;

/// <summary>One call that an interceptor stands for.</summary>
internal sealed record InterceptedCallModel
{
    /// <summary>The version of the encoding of <see cref="Data"/>.</summary>
    public required int Version { get; init; }

    /// <summary>Where the call is, for the compiler.</summary>
    public required string Data { get; init; }

    /// <summary>Where the call is, for a reader: file, line and column.</summary>
    public required string Display { get; init; }
}
