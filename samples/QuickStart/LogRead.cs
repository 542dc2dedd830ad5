namespace QuickStart;

/// <summary>An event object: a log was read to its end, and every request in it was counted.</summary>
/// <param name="File">The log.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Elapsed">How long reading and counting took.</param>
internal sealed record LogRead(string File, int Lines, TimeSpan Elapsed);
