namespace Pyventus;

/// <summary>A handler that failed in an emission.</summary>
/// <param name="Handler">The <see cref="EventSubscriber.Name"/> of the handler.</param>
/// <param name="Exception">What it threw, or what its callback threw.</param>
public sealed record HandlerFailure(string Handler, Exception Exception);
