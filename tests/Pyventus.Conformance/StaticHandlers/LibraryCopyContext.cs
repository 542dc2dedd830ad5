using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Pyventus.Conformance.Library;

namespace Pyventus.Conformance;

/// <summary>A plug-in with real handlers: a copy of the library in a collectible load context, over the host's Pyventus.</summary>
internal sealed class LibraryCopyContext() : AssemblyLoadContext("Library copy", isCollectible: true)
{
    /// <summary>Loads the copy, which links its handlers.</summary>
    public Assembly LoadLibrary()
    {
        Assembly library = LoadFromAssemblyPath(typeof(LibraryLinker).Assembly.Location);
        RuntimeHelpers.RunModuleConstructor(library.ManifestModule.ModuleHandle);
        return library;
    }

    // Everything else, the runtime first of all, is the host's.
    protected override Assembly? Load(AssemblyName assemblyName) => null;
}
