using System.Diagnostics;
using System.Globalization;

namespace Pyventus.Conformance;

/// <summary>
/// How long the stress tests run: their figures are multiplied by the environment variable PYVENTUS_STRESS, such as 0.1 for
/// a quick look or 100 for a night.
/// </summary>
internal static class StressScale
{
    public static double Factor { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("PYVENTUS_STRESS"), NumberStyles.Float, CultureInfo.InvariantCulture, out double factor) ? factor : 1;

    public static int Of(int figure) => (int)Math.Max(1, figure * Factor);

    /// <summary>
    /// The rounds of a race, from 1 on. Each is a meeting of threads, which takes microseconds on a machine of one's own and
    /// milliseconds where other programs keep the processors busy: no further round begins there after five seconds of a case,
    /// and the output of the test says so.
    /// </summary>
    public static IEnumerable<int> Rounds(int figure)
    {
        TimeSpan limit = TimeSpan.FromSeconds(5 * Math.Max(1, Factor));
        var elapsed = Stopwatch.StartNew();
        int rounds = Of(figure);
        for (int round = 1; round <= rounds; round++)
        {
            yield return round;
            if (elapsed.Elapsed > limit && round < rounds)
            {
                TestContext.Out.WriteLine($"measured: {round:N0} of {rounds:N0} rounds on a busy machine, {TestContext.CurrentContext.Test.Name}");
                yield break;
            }
        }
    }
}
