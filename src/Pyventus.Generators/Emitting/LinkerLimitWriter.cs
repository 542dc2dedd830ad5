using System.Globalization;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Emitting;

/// <summary>Writes the file that tells the analyzers how many subscribers the events of custom linkers can have.</summary>
internal static class LinkerLimitWriter
{
    public static void Write(Action<string, string> addSource, EquatableArray<LinkerLimitModel> limits)
    {
        if (limits.Count == 0)
        {
            return;
        }

        CodeWriter writer = GeneratedFile.Begin();
        foreach (LinkerLimitModel limit in limits)
        {
            writer.Line($"[assembly: global::Pyventus.CompilerServices.LinkerLimit(typeof({limit.Linker.ErasedCode}), {limit.MaxSubscribers.ToString(CultureInfo.InvariantCulture)})]");
        }

        addSource("LinkerLimits.g.cs", writer.ToString());
    }
}
