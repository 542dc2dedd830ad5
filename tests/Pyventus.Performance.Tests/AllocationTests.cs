using Pyventus.Benchmarks.Cases;

namespace Pyventus.Performance.Tests;

/// <summary>What an operation allocates, on all threads. Noise can only add to it, so the least of several attempts counts.</summary>
internal sealed class AllocationTests
{
    private const int Attempts = 7;
    private const int WarmUpOperations = 2000;
    private const int Operations = 10_000;

    // What several threads do at the same time depends on which is first; nothing remains nothing.
    private const double Margin = 1.05;

    private static readonly Dictionary<string, IReadOnlyList<Case>> _cases = new(StringComparer.Ordinal);

    private static IEnumerable<TestCaseData<Budget>> Budgets => BudgetFile.Read().Select(static budget => new TestCaseData<Budget>(budget).SetArgDisplayNames(budget.Id));

    [TestCaseSource(nameof(Budgets))]
    public async Task Allocates_no_more_than_its_budget(Budget budget)
    {
        double bytes = await MeasureAsync(GetCase(budget.Id));

        if (BudgetFile.Accepts)
        {
            BudgetFile.Accept(budget.Id, accepted => accepted with { Bytes = Math.Ceiling(bytes) });
            return;
        }

        Assert.That(bytes, Is.LessThanOrEqualTo(budget.Bytes * Margin), "bytes per operation");
    }

    [Test]
    public async Task A_single_byte_of_each_operation_is_seen()
    {
        var allocating = new Case
        {
            Question = "self",
            Variant = "new object",
            Size = 1,
            RunAsync = Case.Synchronously(static operations =>
            {
                for (int count = 0; count < operations; count++)
                {
                    GC.KeepAlive(new object());
                }
            }),
            GetSum = static () => 0,
            SumPerOperation = 0,
        };

        Assert.That(await MeasureAsync(allocating), Is.EqualTo(24));
    }

    private static Case GetCase(string id)
    {
        string question = id[..id.IndexOf('/', StringComparison.Ordinal)];
        if (!_cases.TryGetValue(question, out IReadOnlyList<Case>? cases))
        {
            _cases.Add(question, cases = Questions.Get(question).CreateCases());
        }

        return cases.First(item => item.Id == id);
    }

    // In a context of its own: what the test runner keeps in its context would be copied with it.
    private static Task<double> MeasureAsync(Case item)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => MeasureHereAsync(item));
        }
    }

    private static async Task<double> MeasureHereAsync(Case item)
    {
        int operations = item.Operations > 0 ? item.Operations : Operations;
        await item.VerifyAsync(item.Operations > 0 ? item.Operations : WarmUpOperations);
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await item.RunAsync(operations);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        // What is allocated once, such as the task that is awaited here, is no part of an operation.
        return least / operations;
    }
}
