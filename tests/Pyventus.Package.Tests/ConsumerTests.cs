namespace Pyventus.Package.Tests;

/// <summary>A fresh program that adds nothing but the package.</summary>
internal sealed class ConsumerTests
{
    [Test]
    public async Task Program_builds_without_warnings_and_runs_on_both_frameworks()
    {
        Consumer shop = Consumer.Create("Shop");
        CommandResult build = (await shop.BuildAsync()).MustSucceed();
        CommandResult net8 = (await shop.RunAsync("Shop.dll", "net8.0")).MustSucceed();
        CommandResult net10 = (await shop.RunAsync("Shop.dll", "net10.0")).MustSucceed();

        Assert.Multiple(() =>
        {
            Assert.That(net8.Lines, Is.EqualTo(shop.ExpectedLines()));
            Assert.That(net10.Lines, Is.EqualTo(shop.ExpectedLines()));
        });
        TestContext.Out.WriteLine($"measured: consumer built for two frameworks in {build.Duration.TotalSeconds:F1} s, run in {net10.Duration.TotalMilliseconds:F0} ms");
    }

    [Test]
    public async Task Native_program_says_what_the_jit_says()
    {
        Consumer shop = Consumer.Create("Shop");
        CommandResult publish = (await shop.PublishAsync("net9.0")).MustSucceed();
        CommandResult native = (await shop.RunPublishedAsync("Shop")).MustSucceed();

        Assert.Multiple(() =>
        {
            Assert.That(publish.Output, Does.Contain("Generating native code").And.Not.Match("(?i)warning|IL[23][0-9]{3}"));
            Assert.That(native.Lines, Is.EqualTo(shop.ExpectedLines()));
        });
        TestContext.Out.WriteLine($"measured: consumer published as a native binary in {publish.Duration.TotalSeconds:F1} s, run in {native.Duration.TotalMilliseconds:F0} ms");
    }

    [Test]
    public async Task Generated_code_is_valid_in_the_oldest_supported_language_version()
    {
        Consumer shop = Consumer.Create("Shop");
        (await shop.BuildAsync("-p:TargetFrameworks=net10.0", "-p:LangVersion=12")).MustSucceed();
        CommandResult run = (await shop.RunAsync("Shop.dll", "net10.0")).MustSucceed();

        Assert.That(run.Lines, Is.EqualTo(shop.ExpectedLines()));
    }

    [Test]
    public async Task Handlers_of_a_library_run_although_the_program_never_touches_it()
    {
        Consumer orders = Consumer.Create("Orders");
        (await orders.BuildAsync()).MustSucceed();
        CommandResult net8 = (await orders.RunAsync("App/App.dll", "net8.0")).MustSucceed();
        CommandResult net10 = (await orders.RunAsync("App/App.dll", "net10.0")).MustSucceed();

        Assert.Multiple(() =>
        {
            Assert.That(net8.Lines, Is.EqualTo(orders.ExpectedLines()));
            Assert.That(net10.Lines, Is.EqualTo(orders.ExpectedLines()));
        });
    }
}
