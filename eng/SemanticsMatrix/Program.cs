using Pyventus.Engineering;

// dotnet run --project eng/SemanticsMatrix -- RESULTS: writes the tables of docs/semantics.md from what a run of the
// conformance suite found. With --check it says where they differ instead, and what is not tested.
const string Page = "docs/semantics.md";
if (args.Length == 0 || args[0].StartsWith('-'))
{
    Console.Error.WriteLine("Usage: SemanticsMatrix RESULTS [--check], in the root of the repository; PYVENTUS_CONFORMANCE_RESULTS names the file that the suite writes.");
    return 2;
}

if (!File.Exists(args[0]))
{
    Console.Error.WriteLine($"There are no results in {args[0]}: the conformance suite did not run to its end.");
    return 1;
}

var report = ConformanceReport.Read(args[0]);
var page = new SemanticsPage(File.ReadAllText(Page));
var matrix = new Matrix(report);
string text = matrix.Render(page.Rules);
List<string> problems =
[
    .. matrix.Problems,
    .. report.Results.Select(static result => result.Rule).Distinct()
        .Except(page.Rules.Select(static rule => rule.Id))
        .Select(static rule => $"Tests are named after {rule}, which {Page} does not state."),
    .. page.Tests.Except(report.Tests).Select(static test => $"{Page} names the test {test}, and none of this name ran."),
];

if (!args.Contains("--check"))
{
    File.WriteAllText(Page, page.With(text));
    Console.WriteLine($"Wrote the tables of {Page}.");
}
else if (page.Matrix != text)
{
    problems.Add($"The tables of {Page} are not what the suite found:\n{Compare(page.Matrix, text)}Read the difference, then accept it as CONTRIBUTING.md says.");
}

problems.ForEach(Console.Error.WriteLine);
return problems.Count == 0 ? 0 : 1;

// Rows are unique, so what only one side has is what differs.
static string Compare(string before, string after)
{
    string[] old = before.Split('\n');
    string[] current = after.Split('\n');
    return string.Concat(old.Except(current).Select(static line => $"-{line}\n").Concat(current.Except(old).Select(static line => $"+{line}\n")));
}
