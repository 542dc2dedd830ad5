using Pyventus.Benchmarks.Cases;

namespace Pyventus.Benchmarks.Tables;

/// <summary>Has BenchmarkDotNet measure the cases of a question.</summary>
public abstract class QuestionBenchmarks
{
    /// <summary>How many operations are one invocation: a single one would be too short to be told from the measurement.</summary>
    public const int Operations = 1000;

    private IReadOnlyList<Case> _cases = [];

    private protected abstract string Question { get; }

    private protected void CreateCases() => _cases = Questions.Get(Question).CreateCases();

    /// <summary>A case, after it has shown that it calls every handler.</summary>
    private protected async Task<Func<int, ValueTask>> GetAsync(string variant, int size)
    {
        Case found = _cases.First(item => item.Variant == variant && item.Size == size);
        await found.VerifyAsync(Operations);
        return found.RunAsync;
    }
}
