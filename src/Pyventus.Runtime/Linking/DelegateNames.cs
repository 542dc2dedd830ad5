#if NET9_0_OR_GREATER
using System.Diagnostics;
#endif

namespace Pyventus;

/// <summary>What a delegate is called in messages.</summary>
internal static class DelegateNames
{
    public static string Describe(Delegate handler)
    {
#if NET9_0_OR_GREATER
        // Survives trimming and NativeAOT, where the MethodInfo of a delegate may have lost its metadata.
        DiagnosticMethodInfo? method = DiagnosticMethodInfo.Create(handler);
        return method is null ? handler.GetType().ToString() : $"{method.DeclaringTypeName}.{method.Name}";
#else
        return $"{handler.Method.DeclaringType?.FullName ?? handler.GetType().ToString()}.{handler.Method.Name}";
#endif
    }
}
