using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;

namespace Pyventus.Conformance;

/// <summary>
/// Writes which rules held in which way of processing to the file that the environment variable names; the matrix of
/// docs/semantics.md is made of it.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed partial class ConformanceResultsAttribute(string variable) : Attribute, ITestAction
{
    /// <summary>Where a test belongs that no way of processing was given to.</summary>
    private const string AnyWay = "any";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly ConcurrentDictionary<(string Rule, string Way), bool> _held = new();
    private readonly ConcurrentDictionary<string, bool> _tests = new();

    public string Variable { get; } = variable;

    public ActionTargets Targets => ActionTargets.Test | ActionTargets.Suite;

    public void BeforeTest(ITest test)
    {
    }

    public void AfterTest(ITest test)
    {
        if (test.IsSuite)
        {
            Write();
            return;
        }

        // Any other outcome than success says that the rule was not seen to hold.
        bool holds = TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Passed;
        string method = test.MethodName ?? test.Name;
        _tests[method] = true;
        foreach (string rule in FindRules(method))
        {
            _held.AddOrUpdate((rule, FindWay(test)), holds, (_, held) => held && holds);
        }
    }

    // 'A1_X1_Handlers_run…' is a test of A1 and of X1.
    private static IEnumerable<string> FindRules(string method)
    {
        Match match = Rules().Match(method);
        return match.Groups["rule"].Captures.Select(static capture => capture.Value.Replace('_', ' '));
    }

    private static string FindWay(ITest test)
    {
        for (ITest? part = test; part is not null; part = part.Parent)
        {
            if (part.Arguments.OfType<ProcessingWay>().FirstOrDefault() is { } way)
            {
                return way.Name;
            }
        }

        return AnyWay;
    }

    private void Write()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(new
            {
                Ways = ProcessingWays.All.Select(static way => new
                {
                    way.Name,
                    Kind = way.Kind.ToString(),
                    way.Code,
                    way.RunsOnCaller,
                    way.RunsOneAtATime,
                    way.AwaitsEachHandler,
                    way.FlowsExecutionContext,
                    way.CanBeDisposedInsideHandlers,
                    Differences = way.Differences.Select(static difference => new { difference.Rule, difference.Note }),
                }),
                Results = _held
                    .OrderBy(static entry => entry.Key)
                    .Select(static entry => new { entry.Key.Rule, entry.Key.Way, Holds = entry.Value }),
                Tests = _tests.Keys.Order(StringComparer.Ordinal),
            }, _json));
        }
    }

    [GeneratedRegex("^(?:(?<rule>[LPEAXR][0-9]+)_)+|^(?<rule>Bad_input)_")]
    private static partial Regex Rules();
}
