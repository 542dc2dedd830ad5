namespace Pyventus.Conformance;

/// <summary>
/// Emissions against shutdown, disposal and cancellation, at random: whatever was accepted has run or was reported, and
/// nothing hangs.
/// </summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.BuiltIn))]
public sealed class ShutdownStressTests(ProcessingWay way) : ConformanceTests(way)
{
    private static readonly int _rounds = StressScale.Of(300_000 / 2 / ProcessingWays.BuiltIn.Length);

    [TestCase(1)]
    [TestCase(2)]
    public async Task X2_A5_Accepted_is_finished_plus_reported(int seed)
    {
        var random = new Random(seed);
        long accepted = 0;
        for (int round = 0; round < _rounds; round++)
        {
            int roundSeed = random.Next();
            try
            {
                accepted += await new ShutdownRound(Way, roundSeed).RunAsync().WaitAsync(TimeSpan.FromSeconds(5));
            }
            catch (Exception exception)
            {
                Assert.Fail($"Round {round} with seed {roundSeed}: {exception}");
            }
        }

        Assert.That(accepted, Is.GreaterThan(_rounds), "most rounds close while there is something to do");
    }
}
