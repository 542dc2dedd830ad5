using FsCheck;
using FsCheck.Fluent;

namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class LinkerProperties(ProcessingWay way)
{
    [FsCheck.NUnit.Property(MaxTest = 300, EndSize = 60, Arbitrary = [typeof(LinkerOperations)], QuietOnSuccess = true)]
    public Property L4_L6_L8_P2_P4_E4_A_linker_does_what_the_model_does(LinkerOperation[] operations)
    {
        using var run = new LinkerRun(way);
        string? difference = run.FindDifference(operations);
        return (difference is null).Label(difference ?? "");
    }
}
