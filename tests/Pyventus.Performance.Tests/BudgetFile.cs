namespace Pyventus.Performance.Tests;

/// <summary>The recorded budgets, <c>budgets.txt</c>.</summary>
internal static class BudgetFile
{
    private const string AcceptVariable = "PYVENTUS_ACCEPT";

    private static readonly string _path = RepositoryRoot.GetPath("tests", "Pyventus.Performance.Tests", "budgets.txt");

    /// <summary>Whether what is measured becomes the budget; never on a build server.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable(AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Every budget.</summary>
    public static IReadOnlyList<Budget> Read() => [.. File.ReadLines(_path).Where(IsBudget).Select(Budget.Parse)];

    /// <summary>Replaces the budget of a case.</summary>
    public static void Accept(string id, Func<Budget, Budget> change)
    {
        string[] lines = File.ReadAllLines(_path);
        int index = Array.FindIndex(lines, line => IsBudget(line) && Budget.Parse(line).Id == id);
        lines[index] = change(Budget.Parse(lines[index])).ToString();
        File.WriteAllText(_path, string.Join('\n', lines) + "\n");
    }

    private static bool IsBudget(string line) => line.Length > 0 && line[0] != '#';
}
