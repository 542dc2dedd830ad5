namespace Pyventus.Guides.Tests.FromPython;

internal sealed record ConfigChanged(string Key);
