namespace QuickStart;

/// <summary>An event object: a server logged a request.</summary>
/// <param name="Time">When the request came in.</param>
/// <param name="Client">The address of the client.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path without the query.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Bytes">The size of the response.</param>
/// <param name="Duration">How long it took, if the log says so.</param>
internal sealed record RequestLogged(DateTimeOffset Time, string Client, string Method, string Path, int Status, long Bytes, TimeSpan? Duration);
