using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>A class that instance handlers are called on.</summary>
/// <param name="Type">The class.</param>
/// <param name="Constructor">The constructor as messages show it; null when there is none that generated code can call.</param>
/// <param name="Dependencies">The parameters of the constructor.</param>
/// <param name="Create">Calls the constructor; null when there is none that generated code can call.</param>
internal sealed record HandlerClass(Type Type, string? Constructor, HandlerDependency[] Dependencies, Func<IServiceProvider, object>? Create);
