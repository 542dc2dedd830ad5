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
}
