namespace Pyventus.Conformance;

[TestFixtureSource(typeof(ProcessingWays), nameof(ProcessingWays.All))]
public sealed class ReentrancyStressTests(ProcessingWay way)
{
    private const int Rounds = 100;

    [TestCase(1)]
    public async Task L7_R7_Handlers_subscribe_unsubscribe_emit_and_dispose_at_once(int seed)
    {
        var random = new Random(seed);
        int handled = 0;
        for (int round = 0; round < StressScale.Of(Rounds); round++)
        {
            handled += await new ReentrancyRound(way, random.Next()).RunAsync();
        }

        Assert.That(handled, Is.GreaterThan(0));
    }
}
