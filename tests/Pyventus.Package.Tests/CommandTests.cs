namespace Pyventus.Package.Tests;

/// <summary>The harness itself: a process that hangs must not hang the tests.</summary>
internal sealed class CommandTests
{
    [Test]
    public async Task Process_that_is_not_done_in_time_is_killed_and_its_output_shown()
    {
        var hanging = new Command("sh", TestWorkspace.Root, "-c", "echo before; sleep 600");

        TimeoutException? exception = await Assert.ThrowsAsync<TimeoutException>(() => hanging.RunAsync(TimeSpan.FromSeconds(1)));

        Assert.That(exception!.Message, Does.EndWith("was not done after 1.0 s:\nbefore\n"));
    }

    [Test]
    public async Task Failure_shows_exit_code_and_output()
    {
        CommandResult result = await new Command("sh", TestWorkspace.Root, "-c", "echo out; echo error >&2; exit 3").RunAsync(TimeSpan.FromMinutes(1));

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Lines, Is.EquivalentTo(new[] { "out", "error" }));
        Assert.That(result.ToString(), Does.Contain("ended with 3").And.Contain("out\n").And.Contain("error\n"));
    }
}
