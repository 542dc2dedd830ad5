namespace Pyventus.Package.Tests;

/// <summary>The program of <c>tests/Pyventus.Aot</c> as a native binary and trimmed: it has to say what it says under the JIT.</summary>
internal sealed class PublishTests
{
    private const string Project = "tests/Pyventus.Aot";
    private static readonly TimeSpan _buildDeadline = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _runDeadline = TimeSpan.FromMinutes(1);

    private CommandResult _jit = null!;

    [OneTimeSetUp]
    public async Task RunUnderTheJitAsync()
    {
        (await BuildAsync("build", "-f", "net10.0")).MustSucceed();
        string program = Path.Combine(TestWorkspace.Artifacts, "bin", "Pyventus.Aot", "release_net10.0", "Pyventus.Aot.dll");
        _jit = (await new Command("dotnet", TestWorkspace.Root, "exec", program).RunAsync(_runDeadline)).MustSucceed();
        Assert.That(_jit.Lines[^1], Is.EqualTo("== end"), "the program came to its end");
    }

    [Test]
    public Task Native_binary_says_what_the_jit_says() => PublishAsync("net9.0", "native");

    [Test]
    public Task Trimmed_program_says_what_the_jit_says() => PublishAsync("net10.0", "trimmed");

    private static Task<CommandResult> BuildAsync(string verb, params IEnumerable<string> arguments) =>
        new Command("dotnet", TestWorkspace.Repository, [verb, Project, "-c", "Release", "--artifacts-path", TestWorkspace.Artifacts, .. arguments])
            .RunAsync(_buildDeadline);

    private async Task PublishAsync(string framework, string kind)
    {
        string folder = Path.Combine(TestWorkspace.Root, kind);
        CommandResult publish = (await BuildAsync("publish", "-f", framework, "-o", folder)).MustSucceed();
        Assert.That(publish.Output, Does.Not.Match("(?i)warning|IL[23][0-9]{3}"));

        string program = Path.Combine(folder, OperatingSystem.IsWindows() ? "Pyventus.Aot.exe" : "Pyventus.Aot");
        CommandResult run = (await new Command(program, folder).RunAsync(_runDeadline)).MustSucceed();

        Assert.That(run.Lines, Is.EqualTo(_jit.Lines));
        long size = new FileInfo(program).Length;
        long total = Directory.EnumerateFiles(folder).Where(IsNeeded).Sum(static file => new FileInfo(file).Length);
        TestContext.Out.WriteLine(
            $"measured: {kind} {framework} published in {publish.Duration.TotalSeconds:F1} s, program {size / 1e6:F2} MB, with what it needs {total / 1e6:F2} MB, run in {run.Duration.TotalMilliseconds:F0} ms (JIT: {_jit.Duration.TotalMilliseconds:F0} ms)");
    }

    // Symbols and documentation lie beside the program and are not shipped.
    private static bool IsNeeded(string file) => Path.GetExtension(file) is not (".dbg" or ".pdb" or ".xml");
}
