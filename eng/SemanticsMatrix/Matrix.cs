using System.Text;

namespace Pyventus.Engineering;

/// <summary>The tables of docs/semantics.md: what the ways of processing are, and which rule holds in which of them.</summary>
internal sealed class Matrix(ConformanceReport report)
{
    private readonly List<string> _notes = [];

    /// <summary>What keeps the tables from saying that every rule is tested and holds.</summary>
    public List<string> Problems { get; } = [];

    public string Render(IReadOnlyList<SemanticsRule> rules)
    {
        var text = new StringBuilder("\n");
        RenderWays(text);
        text.Append('\n');
        RenderRules(text, rules);
        if (_notes.Count > 0)
        {
            text.Append('\n');
            for (int index = 0; index < _notes.Count; index++)
            {
                text.Append($"{index + 1}. {Capitalize(_notes[index])}.\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private void RenderWays(StringBuilder text)
    {
        text.Append("| way | code | on the caller's thread | one emission at a time | one handler at a time | context flows | disposable inside handlers |\n");
        text.Append("| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (ConformanceReport.Way way in report.Ways)
        {
            text.Append($"| {way.Name} | `{way.Code}` | {YesNo(way.RunsOnCaller)} | {YesNo(way.RunsOneAtATime)} | {YesNo(way.AwaitsEachHandler)}"
                + $" | {YesNo(way.FlowsExecutionContext)} | {YesNo(way.CanBeDisposedInsideHandlers)} |\n");
        }
    }

    private void RenderRules(StringBuilder text, IReadOnlyList<SemanticsRule> rules)
    {
        text.Append($"| rule | {ConformanceReport.AnyWay} | {string.Join(" | ", report.Ways.Select(static way => way.Name))} |\n");
        text.Append($"| --- | {Repeat("--- |", report.Ways.Count + 1)}\n");
        foreach (SemanticsRule rule in rules)
        {
            if (!report.Results.Any(result => result.Rule == rule.Id))
            {
                Problems.Add($"No test is named after {rule.Id}: write one, {rule.Id.Replace(' ', '_')}_….");
                text.Append($"| {rule.Title} | missing | {Repeat("|", report.Ways.Count)}\n");
                continue;
            }

            IEnumerable<string> cells = report.Ways.Select(way => GetCell(rule.Id, way));
            text.Append($"| {rule.Title} | {GetCell(rule.Id)} | {string.Join(" | ", cells)} |\n");
        }
    }

    private string GetCell(string rule) => Say(rule, ConformanceReport.AnyWay, report.Find(rule, ConformanceReport.AnyWay));

    private string GetCell(string rule, ConformanceReport.Way way)
    {
        if (!way.IsSubjectTo(rule))
        {
            return "–";
        }

        bool? holds = report.Find(rule, way.Name);
        if (way.Differences.FirstOrDefault(difference => difference.Rule == rule) is not { } difference)
        {
            return Say(rule, way.Name, holds);
        }

        if (holds is null)
        {
            Problems.Add($"{way.Name} is said to differ from {rule} ({difference.Note}), and no test of it runs there.");
        }

        return holds == false ? Say(rule, way.Name, holds) : $"≠ {GetNumber(difference.Note)}";
    }

    private string Say(string rule, string way, bool? holds)
    {
        if (holds == false)
        {
            Problems.Add($"A test of {rule} failed ({way}).");
        }

        return holds switch { true => "✓", false => "✗", null => "·" };
    }

    private int GetNumber(string note)
    {
        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }

        return _notes.IndexOf(note) + 1;
    }

    private static string Repeat(string cell, int count) => string.Join(' ', Enumerable.Repeat(cell, count));

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Capitalize(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
