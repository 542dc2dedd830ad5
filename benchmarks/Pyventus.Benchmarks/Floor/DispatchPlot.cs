using System.Globalization;
using System.Text;
using Pyventus.Benchmarks.Cases.Dispatch;

namespace Pyventus.Benchmarks.Floor;

/// <summary>Draws what an emission costs against the number of its handlers; readable on light and on dark pages.</summary>
internal static class DispatchPlot
{
    private const int Width = 800;
    private const int Height = 400;
    private const int Left = 64;
    private const int Right = 260;
    private const int Top = 44;
    private const int Bottom = 56;
    private const int Ticks = 5;

    private static readonly (string Variant, string Label, string Style)[] _series =
    [
        (EmitQuestion.Direct, "direct calls", "direct"),
        (EmitQuestion.Multicast, "multicast delegate", "multicast"),
        (EmitQuestion.Dictionary, "Dictionary and array", "dictionary"),
        (EmitQuestion.Emit, "emitter.Emit(\"name\", value)", "emit"),
    ];

    public static string Draw(CaseResults results)
    {
        var series = _series.Select(item => (item.Label, item.Style, Times: EmitQuestion.PlotSizes.Select(size => results.GetNanoseconds($"{EmitQuestion.Name}/{item.Variant}/{size}")).ToArray())).ToArray();
        int maximumSize = EmitQuestion.PlotSizes[^1];
        double step = GetStep(series.Max(static item => item.Times.Max()));
        double maximum = step * Ticks;

        var text = new StringBuilder();
        Add($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="title">
            <title id="title">Nanoseconds per emission against the number of handlers</title>
            <style>
            text {"{"} font: 13px system-ui, sans-serif; fill: #24292f {"}"}
            .heading {"{"} font-weight: 600; font-size: 15px {"}"}
            .grid {"{"} stroke: #d0d7de; stroke-width: 1 {"}"}
            .line {"{"} fill: none; stroke-width: 2 {"}"}
            .direct {"{"} stroke: #57606a; fill: #57606a {"}"} .multicast {"{"} stroke: #bc4c00; fill: #bc4c00 {"}"} .dictionary {"{"} stroke: #8250df; fill: #8250df {"}"} .emit {"{"} stroke: #0969da; fill: #0969da {"}"}
            .line.direct {"{"} stroke-dasharray: 5 4 {"}"} .line.emit {"{"} stroke-width: 3 {"}"} .line {"{"} fill: none {"}"}
            @media (prefers-color-scheme: dark) {"{"}
            text {"{"} fill: #e6edf3 {"}"} .grid {"{"} stroke: #3d444d {"}"}
            .direct {"{"} stroke: #9198a1; fill: #9198a1 {"}"} .multicast {"{"} stroke: #f0883e; fill: #f0883e {"}"} .dictionary {"{"} stroke: #b083f0; fill: #b083f0 {"}"} .emit {"{"} stroke: #58a6ff; fill: #58a6ff {"}"}
            .line {"{"} fill: none {"}"}
            {"}"}
            </style>
            <text class="heading" x="{Left}" y="24">One event to N static handlers that are not inlined (JIT)</text>
            """);
        for (int tick = 0; tick <= Ticks; tick++)
        {
            double y = GetY(step * tick);
            Add($"""<line class="grid" x1="{Left}" y1="{y:0.#}" x2="{Width - Right}" y2="{y:0.#}"/><text x="{Left - 8}" y="{y + 4:0.#}" text-anchor="end">{step * tick:0.##}</text>""");
        }

        foreach (int size in EmitQuestion.PlotSizes)
        {
            Add($"""<text x="{GetX(size):0.#}" y="{Height - Bottom + 20}" text-anchor="middle">{size}</text>""");
        }

        Add($"""<text x="{(Left + Width - Right) / 2}" y="{Height - 12}" text-anchor="middle">handlers</text>""");
        Add($"""<text x="16" y="{(Top + Height - Bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 {(Top + Height - Bottom) / 2})">ns per emission</text>""");
        for (int index = 0; index < series.Length; index++)
        {
            var (label, style, times) = series[index];
            var points = EmitQuestion.PlotSizes.Zip(times, (size, time) => (X: GetX(size), Y: GetY(time))).ToArray();
            Add($"""<polyline class="line {style}" points="{string.Join(' ', points.Select(static point => FormattableString.Invariant($"{point.X:0.#},{point.Y:0.#}")))}"/>""");
            foreach (var (x, y) in points)
            {
                Add($"""<circle class="{style}" cx="{x:0.#}" cy="{y:0.#}" r="3"/>""");
            }

            int legend = Top + 20 + (index * 24);
            Add($"""<line class="line {style}" x1="{Width - Right + 16}" y1="{legend}" x2="{Width - Right + 40}" y2="{legend}"/><text x="{Width - Right + 48}" y="{legend + 4}">{label}</text>""");
        }

        Add($"</svg>");
        return text.ToString();

        double GetX(int size) => Left + ((double)(Width - Left - Right) * size / maximumSize);

        double GetY(double time) => Height - Bottom - ((Height - Top - Bottom) * time / maximum);

        void Add(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    // A round number, so that as many steps reach the highest point.
    private static double GetStep(double highest)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(highest / Ticks)));
        return unit * new[] { 1.0, 2, 2.5, 5, 10 }.First(factor => factor * unit * Ticks >= highest);
    }
}
