namespace Pyventus.Aot.Scenarios;

/// <summary>A linker of its own: its handlers, its limit, its callbacks.</summary>
internal sealed class ShopLinker() : EventLinker(
    maxSubscribers: 3,
    defaultOnSuccess: static result => Transcript.Line($"success {result ?? "null"}"),
    defaultOnFailure: static exception => Transcript.Line($"failure {exception.Message}"));
