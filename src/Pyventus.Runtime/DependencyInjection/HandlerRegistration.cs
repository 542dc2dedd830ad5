using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>A compile-time handler that takes services, or is called on an instance.</summary>
/// <param name="LinkerType">The linker type it belongs to.</param>
/// <param name="Id">Its stable id.</param>
/// <param name="Type">The class it is called on; null for a static handler.</param>
/// <param name="Dependencies">Its parameters that services fill.</param>
internal sealed record HandlerRegistration(Type LinkerType, string Id, Type? Type, HandlerDependency[] Dependencies);
