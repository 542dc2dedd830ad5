using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pyventus.Analyzers;

/// <summary>One event of one linker, as one assembly's table knows it.</summary>
/// <param name="IsOwn">Whether the assembly is the one being compiled.</param>
/// <param name="Name">The name or pattern of a named event.</param>
/// <param name="Type">The type of an event object.</param>
/// <param name="Linker">The metadata name of the linker type.</param>
/// <param name="Handlers">The ids of the handlers, in the order in which they run.</param>
/// <param name="IsDeclared">Whether a method with <c>[Emits]</c> declares it.</param>
/// <param name="HasAsyncHandlers">Whether a handler is asynchronous.</param>
internal sealed record KnownEvent(
    bool IsOwn,
    string? Name,
    ITypeSymbol? Type,
    string Linker,
    ImmutableArray<string> Handlers,
    bool IsDeclared,
    bool HasAsyncHandlers);
