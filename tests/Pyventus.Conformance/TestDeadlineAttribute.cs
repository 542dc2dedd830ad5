using NUnit.Framework.Interfaces;

namespace Pyventus.Conformance;

/// <summary>
/// Ends the run with the name of the test that hangs. A test waits with deadlines of its own; this is for a call of the
/// library that blocks and never returns, which no test could report.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TestDeadlineAttribute(int seconds) : Attribute, ITestAction
{
    private ManualResetEventSlim? _ended;

    public int Seconds { get; } = seconds;

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        string name = test.FullName;
        double limit = Seconds * Math.Max(1, StressScale.Factor);
        var ended = new ManualResetEventSlim();
        _ended = ended;

        // A thread of its own: a timer could not fire when the hanging test has taken the whole thread pool.
        new Thread(() =>
        {
            if (!ended.Wait(TimeSpan.FromSeconds(limit)))
            {
                Environment.FailFast($"{name} is still running after {limit} s.");
            }
        })
        {
            IsBackground = true,
        }.Start();
    }

    public void AfterTest(ITest test) => _ended?.Set();
}
