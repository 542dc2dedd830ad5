namespace Pyventus.Roslyn;

/// <summary>One reason why a method cannot be linked, or cannot declare an event. The generator skips what has any; the analyzer reports it.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Place">The part of the declaration that is wrong.</param>
/// <param name="Index">Which one, where <paramref name="Place"/> names several.</param>
/// <param name="Subject">What the message is about, as a reader sees it: <c>OrderHandlers.Log</c>, <c>parameter 'id'</c>, <c>event type 'int*'</c>.</param>
/// <param name="Reason">What is wrong with it and what to do, to follow the subject and a colon; no full stop at the end.</param>
internal sealed record HandlerProblem(string Id, HandlerProblemPlace Place, int Index, string Subject, string Reason);
