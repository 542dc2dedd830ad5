namespace Pyventus.Conformance;

/// <summary>A million emissions in total.</summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class OnceStressTests(ProcessingWay way)
{
    private static readonly int _emissions = StressScale.Of(1_000_000 / ProcessingWays.All.Length);

    [TestCase(1)]
    public async Task E4_Each_once_subscriber_runs_once_in_a_million_emissions(int seed)
    {
        var stress = new OnceStress(way.CreateFor, _emissions, seed);
        await stress.RunAsync();
        Assert.That((stress.Refused, stress.Reported), Is.EqualTo((0, 0)));
    }
}
