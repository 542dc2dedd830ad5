using Pyventus.Benchmarks.Cases.Async;
using Pyventus.Benchmarks.Cases.Dispatch;
using Pyventus.Benchmarks.Cases.Executors;
using Pyventus.Benchmarks.Cases.Linking;
using Pyventus.Benchmarks.Cases.Services;

namespace Pyventus.Benchmarks.Cases;

/// <summary>All questions.</summary>
internal static class Questions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        EmitQuestion.Create(),
        HostedEmitQuestion.Create(),
        EventObjectQuestion.Create(),
        CompletingQuestion.Create(),
        YieldingQuestion.Create(),
        ServicesQuestion.Create(),
        SharedPoolQuestion.Create(),
        SuppressedContextQuestion.Create(),
        WorkersQuestion.Create(),
        SubscribeQuestion.Create(),
        SearchQuestion.Create(),
        ScaleQuestion.Create(),
        ThreadsQuestion.Create(),
    ];

    /// <exception cref="ArgumentException">There is none of the name.</exception>
    public static Question Get(string name) =>
        All.FirstOrDefault(question => question.Name == name) ?? throw new ArgumentException($"There is no question '{name}', only {string.Join(", ", All.Select(static question => question.Name))}.", nameof(name));
}
