namespace Pyventus.Guides.Tests.FromPython;

internal sealed class ShopEventLinker() : EventLinker;
