using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>Runs the generator and asserts what is true of every run.</summary>
internal static class Generate
{
    private static readonly SnapshotDirectory _snapshots = SnapshotDirectory.Open(SnapshotPath, Environment.GetEnvironmentVariable);

    /// <summary>Where this project keeps its verified files.</summary>
    public static string SnapshotPath =>
        typeof(Generate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "SnapshotDirectory").Value!;

    /// <summary>Generates for sources that are valid.</summary>
    public static GeneratorRun From(params string[] sources) => From(TestCompilation.Create(sources));

    /// <summary>Generates for a compilation that is valid.</summary>
    public static GeneratorRun From(Compilation compilation) => GeneratorRun.Create(new PyventusGenerator(), compilation).Verify();

    /// <summary>Generates for sources that are valid, in a build that allows interceptors.</summary>
    public static GeneratorRun Intercepting(params string[] sources) => From(TestCompilation.Create(sources).WithInterceptors());

    /// <summary>Generates for sources with errors of the compiler, which the generator must neither add to nor fail on.</summary>
    public static GeneratorRun FromInvalid(params string[] sources) => GeneratorRun.Create(new PyventusGenerator(), TestCompilation.Create(sources));

    /// <summary>The events of the generated table.</summary>
    public static ImmutableArray<GeneratedEvent> Events(this GeneratorRun run) => GeneratedEvent.ReadAll(run);

    /// <summary>The one event of the generated table.</summary>
    public static GeneratedEvent Event(this GeneratorRun run) => run.Events().Single();

    /// <summary>Compares what was generated with what was verified for the running test.</summary>
    public static void MatchesSnapshot(this GeneratorRun run, [CallerMemberName] string method = "")
    {
        string type = TestContext.CurrentContext.Test.ClassName!;
        _snapshots.Verify($"{type[(type.LastIndexOf('.') + 1)..]}.{method}", run.Sources);
    }
}
