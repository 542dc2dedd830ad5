using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.Roslyn.Testing.Generation;

/// <summary>One run of a generator over a compilation, from which further runs go on as they do in an editor.</summary>
public sealed class GeneratorRun
{
    private readonly IIncrementalGenerator _generator;
    private readonly GeneratorDriver _driver;
    private readonly Compilation _input;

    private GeneratorRun(IIncrementalGenerator generator, GeneratorDriver driver, Compilation input)
    {
        _generator = generator;
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = output;
        Result = _driver.GetRunResult().Results.Single();
        if (Result.Exception is { } exception)
        {
            throw new VerificationException($"The generator throws:\n{exception}");
        }

        if (!diagnostics.IsEmpty)
        {
            throw new VerificationException($"The generator reports:\n{string.Join('\n', diagnostics)}");
        }
    }

    /// <summary>The compilation with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>What was generated, by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Sources =>
        Result.GeneratedSources.ToImmutableSortedDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>What the driver says about the run.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The values of the named steps and why they were computed, by name; nothing for a step that had no input.</summary>
    public IEnumerable<(string Step, object Value, IncrementalStepRunReason Reason)> Steps =>
        from name in GetTrackingNames(_generator)
        from step in Result.TrackedSteps.TryGetValue(name, out var steps) ? steps : []
        from output in step.Outputs
        select (name, output.Value, output.Reason);

    /// <summary>The files written and why, one entry for each time an output step ran or was taken from the cache.</summary>
    public IEnumerable<IncrementalStepRunReason> OutputReasons =>
        Result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    /// <summary>Runs the generator for the first time.</summary>
    public static GeneratorRun Create(IIncrementalGenerator generator, Compilation compilation)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        var parseOptions = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options ?? TestCompilation.ParseOptions;
        return new GeneratorRun(
            generator, CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: parseOptions, driverOptions: options), compilation);
    }

    /// <summary>Runs the generator again, after an edit.</summary>
    public GeneratorRun Next(Func<Compilation, Compilation> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return new GeneratorRun(_generator, _driver, edit(_input));
    }

    /// <summary>
    /// Asserts what is true of every run: what was generated compiles without error or warning, an edit elsewhere computes
    /// nothing anew, and no step keeps a Roslyn object alive.
    /// </summary>
    /// <exception cref="VerificationException">One of them is not true.</exception>
    public GeneratorRun Verify()
    {
        VerifyCompiles();
        VerifyNoRoslynObjects();
        Next(static compilation => compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("internal static class Unrelated;", (CSharpParseOptions)compilation.SyntaxTrees.First().Options, "Unrelated.cs"))).VerifyCached();
        return this;
    }

    /// <summary>Asserts that the compilation with what was generated has no error and no warning.</summary>
    /// <exception cref="VerificationException">It has.</exception>
    public void VerifyCompiles()
    {
        using var stream = new MemoryStream();
        var generated = Result.GeneratedSources.Select(static source => source.SyntaxTree).ToHashSet();
        var diagnostics = Output.Emit(stream).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed && !IsMissingComment(diagnostic, generated))
            .ToArray();
        if (diagnostics.Length > 0)
        {
            throw new VerificationException($"The output does not compile cleanly:\n{string.Join('\n', diagnostics.Select(static diagnostic => diagnostic.ToString()))}");
        }
    }

    /// <summary>Asserts that no value of a step is or holds a Roslyn object.</summary>
    /// <exception cref="VerificationException">One does.</exception>
    public void VerifyNoRoslynObjects()
    {
        foreach (var (step, value, _) in Steps)
        {
            if (RoslynObjectFinder.Find(value) is { } path)
            {
                throw new VerificationException($"A value of step {step} holds a Roslyn object: {path}");
            }
        }
    }

    /// <summary>Asserts that nothing was computed to another value than in the run before.</summary>
    /// <exception cref="VerificationException">Something was.</exception>
    public void VerifyCached()
    {
        foreach (var (step, value, reason) in Steps)
        {
            if (reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            {
                throw new VerificationException($"Step {step} is {reason}, not cached: {value}");
            }
        }

        foreach (var reason in OutputReasons)
        {
            if (reason != IncrementalStepRunReason.Cached)
            {
                throw new VerificationException($"An output is {reason}, not cached.");
            }
        }
    }

    /// <summary>The names a generator gives its steps: the constants of its class <c>TrackingNames</c>.</summary>
    /// <exception cref="VerificationException">There is none.</exception>
    public static ImmutableArray<string> GetTrackingNames(IIncrementalGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        Type type = generator.GetType();
        Type names = Array.Find(type.Assembly.GetTypes(), candidate => candidate.Name == "TrackingNames" && candidate.Namespace == type.Namespace)
            ?? throw new VerificationException($"There is no class TrackingNames beside {type}.");
        return [.. names.GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => (string)field.GetRawConstantValue()!)];
    }

    // Sources under test need no documentation; generated ones must not ask for any.
    private static bool IsMissingComment(Diagnostic diagnostic, HashSet<SyntaxTree> generated) =>
        diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree is { } tree && !generated.Contains(tree);
}
