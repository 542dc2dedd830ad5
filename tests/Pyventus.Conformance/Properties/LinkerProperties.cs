using FsCheck;
using FsCheck.Fluent;

namespace Pyventus.Conformance;

[TestFixtureSource(nameof(_ways))]
public sealed class LinkerProperties(ProcessingWay way)
{
    // Through the fan-out of the caller, and through an emission of its own.
    private static readonly ProcessingWay[] _ways = [ProcessingWays.Async[0], ProcessingWays.Async[2]];

    [FsCheck.NUnit.Property(MaxTest = 1_500, EndSize = 60, Arbitrary = [typeof(LinkerOperations)], QuietOnSuccess = true)]
    public Property L4_L6_L8_P2_P4_E4_A_linker_does_what_the_model_does(LinkerOperation[] operations)
    {
        using var run = new LinkerRun(way);
        string? difference = run.FindDifference(operations);
        return (difference is null).Label(difference ?? "");
    }
}
