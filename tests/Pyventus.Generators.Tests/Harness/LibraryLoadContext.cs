using System.Reflection;
using System.Runtime.Loader;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>A context with the library loaded anew, as a process has it.</summary>
internal sealed class LibraryLoadContext() : AssemblyLoadContext("Program with its own library")
{
    private static readonly AssemblyName _library = typeof(EventEmitter).Assembly.GetName();

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == _library.Name ? LoadFromAssemblyPath(typeof(EventEmitter).Assembly.Location) : null;
}
