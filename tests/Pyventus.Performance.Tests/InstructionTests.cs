using System.Globalization;

namespace Pyventus.Performance.Tests;

/// <summary>How many instructions an operation takes in a native binary.</summary>
[Platform(Include = "Linux", Reason = "valgrind counts the instructions")]
internal sealed class InstructionTests
{
    private const double Margin = 1.1;

    private NativeCases _native = null!;

    private static IEnumerable<TestCaseData<Budget>> Budgets => BudgetFile.Read()
        .Where(static budget => budget.Instructions is not null)
        .Select(static budget => new TestCaseData<Budget>(budget).SetArgDisplayNames(budget.Id));

    [OneTimeSetUp]
    public async Task PublishAsync() => _native = await NativeCases.PublishAsync();

    [TestCaseSource(nameof(Budgets))]
    public async Task Takes_no_more_instructions_than_its_budget(Budget budget)
    {
        double instructions = await _native.CountAsync(budget.Id);

        if (BudgetFile.Accepts)
        {
            BudgetFile.Accept(budget.Id, accepted => accepted with { Instructions = Math.Ceiling(instructions) });
            return;
        }

        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{budget.Id}: {instructions:0} instructions, budget {budget.Instructions:0}"));
        Assert.That(instructions, Is.LessThanOrEqualTo(budget.Instructions!.Value * Margin), "instructions per operation");
    }

    // Strings have other hashes in each process: 950 to 1,400 instructions, and 9,000 where collisions are never forgotten.
    [Test]
    public async Task A_search_stays_short_when_names_have_come_and_gone()
    {
        double instructions = await _native.CountAsync("search/Emit, nobody linked the name/20000");

        Assert.That(instructions, Is.LessThan(4000), "instructions per operation");
    }

    [Test]
    public async Task Counts_are_the_same_at_every_run()
    {
        double first = await _native.CountAsync("emit/direct calls/4");
        double second = await _native.CountAsync("emit/direct calls/4");

        Assert.That(first, Is.GreaterThan(10).And.EqualTo(second).Within(2).Percent);
    }
}
