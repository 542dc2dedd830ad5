namespace Pyventus.Package.Tests;

/// <summary>The analyzers and the check of the SDK, as a user's build meets them.</summary>
internal sealed class CompilerPartTests
{
    internal static readonly string[] Parts = ["Pyventus.Analyzers.dll", "Pyventus.CodeFixes.dll", "Pyventus.Generators.dll"];

    [Test]
    public async Task Compiler_gets_each_part_once() =>
        Assert.That(await Consumer.Create("Misuse").CompilerPartsAsync("Misuse.csproj"), Is.EqualTo(Parts));

    [Test]
    public async Task Mistake_is_an_error_at_its_place()
    {
        CommandResult build = await Consumer.Create("Misuse").BuildAsync();

        Assert.That(build.ExitCode, Is.EqualTo(1), build.ToString());
        Assert.That(build.Output, Does.Match(@"Handlers\.cs\(8,6\): error PYV1001: "));
    }

    [Test]
    public async Task Doubtful_code_is_a_warning_at_its_place()
    {
        CommandResult build = (await Consumer.Create("Warnings").BuildAsync()).MustSucceed();

        Assert.Multiple(() =>
        {
            Assert.That(build.Output, Does.Match(@"Program\.cs\(7,1\): warning PYV1205: "), "the task is dropped");
            Assert.That(build.Output, Does.Match(@"Program\.cs\(8,14\): warning PYV1201: .*payment\.received"), "nobody handles it");
            Assert.That(build.Output, Does.Match(@"Program\.cs\(9,14\): warning PYV1003: .*order\.placed"), "it is nearly a known name");
            Assert.That(build.Output, Does.Match(@"OrderHandlers\.cs\(14,9\): warning PYV1211: "), "it does not wait for the handler");
        });
    }

    [Test]
    public async Task Old_sdk_is_refused_by_the_build()
    {
        CommandResult build = await Consumer.Create("Shop").BuildAsync("-p:NETCoreSdkVersion=9.0.204", "-p:TargetFrameworks=net8.0");

        Assert.That(build.ExitCode, Is.EqualTo(1), build.ToString());
        Assert.That(build.Output, Does.Contain(
            "error PYV1504: Pyventus needs the .NET SDK 9.0.300 or later, or Visual Studio 17.14 or later; this build uses the SDK 9.0.204, "));
        Assert.That(build.Output, Does.Not.Contain("error CS"), "the compiler has nothing to add");
    }
}
