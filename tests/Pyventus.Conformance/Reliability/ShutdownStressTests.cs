namespace Pyventus.Conformance;

/// <summary>
/// Emissions against shutdown, disposal and cancellation, at random: whatever was accepted has run or was reported, and
/// nothing hangs.
/// </summary>
[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.BuiltIn))]
public sealed class ShutdownStressTests(ProcessingWay way) : ConformanceTests(way)
{
    private const int Rounds = 1_500;

    [TestCase(1)]
    [TestCase(2)]
    public async Task X2_A5_Accepted_is_finished_plus_reported(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < Rounds; round++)
        {
            int roundSeed = random.Next();
            await new ShutdownRound(Way, roundSeed).RunAsync().WaitAsync(TimeSpan.FromSeconds(5)).ContinueWith(
                task => Assert.That(task.Exception, Is.Null, $"round {round} with seed {roundSeed}"),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
