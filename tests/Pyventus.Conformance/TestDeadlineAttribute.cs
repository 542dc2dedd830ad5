using NUnit.Framework.Interfaces;

namespace Pyventus.Conformance;

/// <summary>
/// Ends the run with the name of the test that hangs. A test waits with deadlines of its own; this is for a call of the
/// library that blocks and never returns, which no test could report.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TestDeadlineAttribute(int seconds) : Attribute, ITestAction
{
    private Timer? _timer;

    public int Seconds { get; } = seconds;

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        string name = test.FullName;
        _timer = new Timer(_ => Environment.FailFast($"{name} is still running after {Seconds} s."), null, TimeSpan.FromSeconds(Seconds), Timeout.InfiniteTimeSpan);
    }

    public void AfterTest(ITest test) => _timer?.Dispose();
}
