using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// What a call site keeps whose event nobody had linked. It holds until something is linked anew: then the linker has another
/// one, for any number of events, so that no name is remembered.
/// </summary>
internal sealed class UnlinkedTarget(EventLinker linker) : EmitTarget(linker);
