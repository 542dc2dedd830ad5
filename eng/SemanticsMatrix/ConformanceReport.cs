using System.Text.Json;

namespace Pyventus.Engineering;

/// <summary>What a run of the conformance suite found.</summary>
/// <param name="Ways">The ways of processing it ran against.</param>
/// <param name="Results">Whether all tests of a rule passed, per way; <see cref="AnyWay"/> for tests that are given none.</param>
/// <param name="Tests">The names of all tests that ran.</param>
internal sealed record ConformanceReport(IReadOnlyList<ConformanceReport.Way> Ways, IReadOnlyList<ConformanceReport.Result> Results, IReadOnlyList<string> Tests)
{
    public const string AnyWay = "any";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public static ConformanceReport Read(string file) =>
        JsonSerializer.Deserialize<ConformanceReport>(File.ReadAllText(file), _json) ?? throw new InvalidDataException($"{file} is empty.");

    /// <summary>Whether the rule held in the way; null when no test said so.</summary>
    public bool? Find(string rule, string way)
    {
        Result? found = Results.FirstOrDefault(result => result.Rule == rule && result.Way == way);
        return found?.Holds;
    }

    internal sealed record Result(string Rule, string Way, bool Holds);

    internal sealed record Difference(string Rule, string Note);

    internal sealed record Way(
        string Name,
        string Kind,
        string Code,
        bool RunsOnCaller,
        bool RunsOneAtATime,
        bool AwaitsEachHandler,
        bool FlowsExecutionContext,
        bool CanBeDisposedInsideHandlers,
        IReadOnlyList<Difference> Differences)
    {
        /// <summary>Whether the rule is about this way: A1 to A5 are about the async emitter, X1, X2 and R1 about executors.</summary>
        public bool IsSubjectTo(string rule) => rule switch
        {
            "R1" or ['X', ..] => Kind == "Executor",
            ['A', ..] => Kind == "Async",
            _ => true,
        };
    }
}
