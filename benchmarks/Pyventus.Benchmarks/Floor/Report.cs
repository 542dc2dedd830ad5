using System.Globalization;
using System.Text;
using Pyventus.Benchmarks.Cases;
using Pyventus.Benchmarks.Cases.Dispatch;
using Pyventus.Benchmarks.Cases.Linking;
using Pyventus.Benchmarks.Measuring;

namespace Pyventus.Benchmarks.Floor;

/// <summary>Markdown tables of what was measured.</summary>
internal sealed class Report(FloorOptions options, CaseResults results)
{
    private readonly StringBuilder _text = new();

    public string Write(IReadOnlyList<Question> questions, IReadOnlyList<MemoryUse> memory)
    {
        string runtime = options.Aot ? ".NET 9 NativeAOT" : $".NET {Environment.Version} (JIT)";
        AddLine($"Measured {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC on {Machine.Description}; {runtime}.");
        AddLine($"Medians of {options.Processes} processes, cases shuffled within rounds, calls counted; × is the ratio to the first row in the same process.");
        AddLine($"Command: `dotnet run -c Release --project benchmarks/Pyventus.Benchmarks -- {options}`");
        foreach (Question question in questions)
        {
            AddTable(question, question.CreateCases());
        }

        AddGoals(questions);
        AddMemory(memory);
        return _text.ToString();
    }

    private void AddTable(Question question, IReadOnlyList<Case> cases)
    {
        // The plot has more sizes than a table has room for.
        int[] sizes = [.. cases.Select(static item => item.Size).Distinct().Where(size => question.Name != EmitQuestion.Name || EmitQuestion.Sizes.Contains(size)).Order()];
        AddLine();
        AddLine($"**{question.Title}**, ns (× first row)");
        AddLine();
        AddLine($"| {question.SizeLabel} | {string.Join(" | ", sizes.Select(static size => size.ToString("N0", CultureInfo.InvariantCulture)))} | bytes | best … worst process of the last column |");
        AddLine($"| --- |{string.Concat(Enumerable.Repeat(" --- |", sizes.Length + 2))}");
        foreach (IGrouping<string, Case> variant in cases.GroupBy(static item => item.Variant))
        {
            IEnumerable<string> cells = sizes.Select(size => GetCell(cases, variant.FirstOrDefault(item => item.Size == size)));
            Case[] shown = [.. variant.Where(item => sizes.Contains(item.Size))];
            string bytes = string.Join("/", shown.Select(item => results.GetBytes(item.Id)).Distinct().Select(static value => value.ToString("0.#", CultureInfo.InvariantCulture)));
            (double best, double worst) = results.GetSpread(shown[^1].Id);
            AddLine($"| {Escape(variant.Key)} | {string.Join(" | ", cells)} | {bytes} | {Format(best)} … {Format(worst)} |");
        }
    }

    private string GetCell(IReadOnlyList<Case> cases, Case? item)
    {
        if (item is null)
        {
            return "–";
        }

        Case baseline = cases.First(other => other.IsBaseline && other.Size == item.Size);
        string time = Format(results.GetNanoseconds(item.Id));
        return item.IsBaseline ? time : string.Create(CultureInfo.InvariantCulture, $"{time} ({results.GetRatio(item.Id, baseline.Id):0.00})");
    }

    private void AddGoals(IReadOnlyList<Question> questions)
    {
        AddLine();
        AddLine($"| goal | at most | measured | |");
        AddLine($"| --- | --- | --- | --- |");
        foreach (Goal goal in Goal.All.Where(goal => questions.Any(question => goal.Id.StartsWith($"{question.Name}/", StringComparison.Ordinal))))
        {
            string unit = goal.Unit switch { GoalUnit.Times => "×", GoalUnit.MoreNanoseconds => "ns more than", _ => "bytes more than" };
            double measured = goal.Measure(results);
            AddLine($"| {Escape(goal.Id)} | {goal.Limit:0.##} {unit} {Escape(goal.Other)} | {measured:0.00} | {(measured <= goal.Limit ? "reached" : "**missed**")} |");
        }
    }

    private void AddMemory(IReadOnlyList<MemoryUse> memory)
    {
        AddLine();
        AddLine($"| memory while nothing happens | bytes |");
        AddLine($"| --- | --- |");
        foreach (MemoryUse use in memory)
        {
            AddLine($"| {use.What} | {use.Bytes:N0} |");
        }
    }

    // <T> would be a tag.
    private static string Escape(string text) => text.Replace("<", "\\<", StringComparison.Ordinal);

    private static string Format(double nanoseconds) =>
        nanoseconds.ToString(nanoseconds switch { < 10 => "0.00", < 100 => "0.0", _ => "N0" }, CultureInfo.InvariantCulture);

    private void AddLine(FormattableString? line = null) => _text.Append(line is null ? string.Empty : FormattableString.Invariant(line)).Append('\n');

}
