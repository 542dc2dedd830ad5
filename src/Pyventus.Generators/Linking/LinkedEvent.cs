using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>An event with its contract and the handlers that name it and fit.</summary>
/// <param name="Linker">The linker type.</param>
/// <param name="Key">The event.</param>
/// <param name="Contract">The arguments.</param>
/// <param name="Declaration">The method that declares the event; null when only handlers say what it carries.</param>
/// <param name="Handlers">The handlers, in any order.</param>
internal sealed record LinkedEvent(
    TypeModel Linker, EventKeyModel Key, EquatableArray<ContractParameterModel> Contract, string? Declaration, ImmutableArray<HandlerModel> Handlers);
