namespace Pyventus.Guides.Tests.FromPython;

internal sealed class UserEventLinker() : EventLinker(
    maxSubscribers: 10,
    defaultOnFailure: exception => Console.WriteLine($"user event failed: {exception.Message}"));
