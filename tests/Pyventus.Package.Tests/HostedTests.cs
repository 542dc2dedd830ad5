namespace Pyventus.Package.Tests;

/// <summary>A program in a generic host over a library that declares its events, both with nothing but the package.</summary>
internal sealed class HostedTests
{
    [Test]
    public async Task Host_says_what_is_missing_and_serves_the_handlers_of_program_and_library()
    {
        Consumer hosted = Consumer.Create("Hosted");
        (await hosted.BuildAsync()).MustSucceed();
        CommandResult net8 = (await hosted.RunAsync("App/App.dll", "net8.0")).MustSucceed();
        CommandResult net10 = (await hosted.RunAsync("App/App.dll", "net10.0")).MustSucceed();

        Assert.Multiple(() =>
        {
            Assert.That(net8.Lines, Is.EqualTo(hosted.ExpectedLines()));
            Assert.That(net10.Lines, Is.EqualTo(hosted.ExpectedLines()));
        });
    }

    [Test]
    public async Task Handler_that_does_not_fit_the_librarys_declaration_is_an_error_at_its_parameter()
    {
        CommandResult build = await Consumer.Create("Hosted").BuildAsync("-p:DefineConstants=MISTAKE");

        Assert.That(build.ExitCode, Is.EqualTo(1), build.ToString());
        Assert.That(build.Output, Does.Match(@"Taxes\.cs\(26,40\): error PYV1106: .*order\.paid"));
    }
}
