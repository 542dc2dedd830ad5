namespace Pyventus.Package.Tests;

/// <summary>
/// A program that has the package only through a library: its handlers are linked and checked as well, whether restore passes
/// analyzers on to it (<c>false</c>) or keeps them to the library (<c>true</c>).
/// </summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class TransitiveTests(bool keepsAnalyzersPrivate)
{
    private readonly string _restore = $"-p:RestoreEnableAnalyzerAssets={keepsAnalyzersPrivate}";
    private Consumer _consumer = null!;

    [OneTimeSetUp]
    public void Create() => _consumer = Consumer.Create("Transitive");

    [Test]
    public async Task Handlers_of_the_program_and_of_the_library_run()
    {
        (await _consumer.BuildAsync("App", _restore)).MustSucceed();
        CommandResult run = (await _consumer.RunAsync("App/App.dll", "net10.0")).MustSucceed();

        Assert.That(run.Lines, Is.EqualTo(_consumer.ExpectedLines()));
    }

    [Test]
    public async Task Mistake_in_the_program_is_an_error_at_its_place()
    {
        CommandResult build = await _consumer.BuildAsync("App", _restore, "-p:DefineConstants=MISTAKE");

        Assert.That(build.ExitCode, Is.EqualTo(1), build.ToString());
        Assert.That(build.Output, Does.Match(@"Screen\.cs\(12,9\): error PYV1001: "));
    }

    [Test]
    public async Task Compiler_gets_each_part_once() =>
        Assert.That(await _consumer.CompilerPartsAsync("App", _restore), Is.EqualTo(CompilerPartTests.Parts));
}
