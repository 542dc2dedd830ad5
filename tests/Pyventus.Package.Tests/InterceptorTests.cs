namespace Pyventus.Package.Tests;

/// <summary>The package lets the compiler intercept emissions in builds, and nowhere else.</summary>
internal sealed class InterceptorTests
{
    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public async Task Builds_intercept_emissions(string framework)
    {
        Consumer shop = Consumer.Create("Shop");
        (await shop.BuildAsync($"-p:TargetFrameworks={framework}")).MustSucceed();

        Assert.That(shop.HasInterceptors($"bin/Release/{framework}/Shop.dll"));
    }

    [Test]
    public async Task Interceptors_can_be_turned_off()
    {
        Consumer shop = Consumer.Create("Shop");
        (await shop.BuildAsync("-p:TargetFrameworks=net10.0", "-p:PyventusInterceptors=false")).MustSucceed();
        CommandResult run = (await shop.RunAsync("Shop.dll", "net10.0")).MustSucceed();

        Assert.That(shop.HasInterceptors("bin/Release/net10.0/Shop.dll"), Is.False);
        Assert.That(run.Lines, Is.EqualTo(shop.ExpectedLines()));
    }

    [Test]
    public async Task Turned_off_and_on_again_they_take_effect_with_the_next_build()
    {
        Consumer shop = Consumer.Create("Shop");
        foreach (bool on in new[] { true, false, true })
        {
            CommandResult build = (await shop.BuildAsync("-p:TargetFrameworks=net10.0", $"-p:PyventusInterceptors={(on ? "true" : "false")}")).MustSucceed();

            Assert.That(shop.HasInterceptors("bin/Release/net10.0/Shop.dll"), Is.EqualTo(on), build.ToString());
        }

        DateTime compiled = shop.GetLastWriteTime("obj/Release/net10.0/Shop.dll");
        (await shop.BuildAsync("-p:TargetFrameworks=net10.0", "-p:PyventusInterceptors=true")).MustSucceed();
        CommandResult run = (await shop.RunAsync("Shop.dll", "net10.0")).MustSucceed();

        Assert.That(shop.GetLastWriteTime("obj/Release/net10.0/Shop.dll"), Is.EqualTo(compiled), "nothing is compiled again without need");
        Assert.That(run.Lines, Is.EqualTo(shop.ExpectedLines()));
    }

    [Test]
    public async Task An_editor_compiles_without_interceptors()
    {
        Consumer shop = Consumer.Create("Shop");
        (await shop.BuildAsync("-t:Compile", "-f", "net10.0", "-p:DesignTimeBuild=true")).MustSucceed();

        Assert.That(shop.HasInterceptors("obj/Release/net10.0/Shop.dll"), Is.False);
    }
}
