using Pyventus.Benchmarks.StartUp;

namespace Pyventus.Performance.Tests;

/// <summary>
/// What the library adds to a native program that has the same activity source, meter and logger, and like most programs
/// uses the console, tasks, queries and types.
/// </summary>
[Platform(Include = "Linux", Reason = "programs of other systems have other sizes")]
internal sealed class NativeSizeTests
{
    private const int Events = 10;

    // Measured; a patch of the runtime may change it a little.
    private const double RecordedKilobytes = 275;
    private const double Margin = 1.05;

    private static readonly string _workspace = RepositoryRoot.GetPath("artifacts", "performance-tests", "size");

    [Test]
    public async Task A_native_program_grows_by_no_more_than_it_did()
    {
        double without = await GetKilobytesAsync(StartUpProject.CreatePlain(_workspace, "Ordinary", [ProgramSources.Telemetry, ProgramSources.Ordinary], usesLogging: true));
        double with = await GetKilobytesAsync(StartUpProject.CreateLinked(_workspace, "OrdinaryLinked", Events, additions: ProgramSources.Ordinary));

        await TestContext.Out.WriteLineAsync(FormattableString.Invariant($"{with - without:F0} kB, recorded {RecordedKilobytes:F0}"));
        Assert.That(with - without, Is.InRange(RecordedKilobytes / 2, RecordedKilobytes * Margin), "kB with a few events");
    }

    private static async Task<double> GetKilobytesAsync(StartUpProject project) => new FileInfo(await project.PublishAsync()).Length / 1000.0;
}
