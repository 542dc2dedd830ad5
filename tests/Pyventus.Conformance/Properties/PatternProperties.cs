using FsCheck.Fluent;

namespace Pyventus.Conformance;

public sealed class PatternProperties
{
    [FsCheck.NUnit.Property(MaxTest = 10_000, Arbitrary = [typeof(PatternCases)], QuietOnSuccess = true)]
    public bool P1_A_pattern_matches_what_the_naive_matcher_says(PatternCase pair)
    {
        int runs = 0;
        var linker = EventLinker.CreateEmpty();
        linker.Subscribe(pair.Pattern, () => runs++);
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });

        // The second time it is known what matches the name.
        emitter.Emit(pair.Name);
        emitter.Emit(pair.Name);
        return runs == (NaivePattern.Matches(pair.Pattern, pair.Name) ? 2 : 0);
    }

    [Test]
    public void P1_The_generated_pairs_match_and_differ_often_enough()
    {
        PatternCase[] pairs = PatternCases.Arbitrary.Generator.Sample(2_000).ToArray();
        double share = pairs.Count(static pair => NaivePattern.Matches(pair.Pattern, pair.Name)) / (double)pairs.Length;
        double patterns = pairs.Count(static pair => pair.Pattern.Contains('*')) / (double)pairs.Length;
        Assert.That((share, patterns), Is.GreaterThan((0.3, 0.6)).And.LessThan((0.8, 1.0)));
        Assert.That(pairs.Count(static pair => pair.Pattern.Split('.').Count(static part => part == "**") > 1), Is.GreaterThan(100));
    }
}
