namespace Pyventus.Runtime.Tests;

public sealed class SnapshotTests
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public void The_same_text_matches()
    {
        File.WriteAllText(_file, "a\nb\n");
        Assert.That(() => Snapshot.Match(_file, "a\nb\n", static _ => null), Throws.Nothing);
    }

    [Test]
    public void Another_text_fails_and_shows_the_lines_that_differ()
    {
        File.WriteAllText(_file, "same\nold\n");
        string message = Fail(() => Snapshot.Match(_file, "same\nnew\n", static _ => null));
        Assert.That(message, Does.Contain("- old").And.Contain("+ new").And.Contain("PYVENTUS_ACCEPT=1").And.Not.Contain("same"));
        Assert.That(File.ReadAllText(_file), Is.EqualTo("same\nold\n"));
    }

    [Test]
    public void A_missing_file_fails()
    {
        Assert.That(Fail(() => Snapshot.Match(_file, "new\n", static _ => null)), Does.Contain("+ new"));
        Assert.That(_file, Does.Not.Exist);
    }

    [Test]
    public void Accepting_rewrites_the_file()
    {
        Assert.That(() => Snapshot.Match(_file, "new\n", static name => name == "PYVENTUS_ACCEPT" ? "1" : null), Throws.Nothing);
        Assert.That(File.ReadAllText(_file), Is.EqualTo("new\n"));
    }

    [Test]
    public void Accepting_is_refused_in_continuous_integration()
    {
        string message = Fail(() => Snapshot.Match(_file, "new\n", static name => name == "CI" ? "true" : "1"));
        Assert.That(message, Does.Contain("refused"));
        Assert.That(_file, Does.Not.Exist);
    }

    private static string Fail(Action match)
    {
        // A context of its own, so that the expected failure does not count as one of this test.
        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
        {
            return Assert.Throws<AssertionException>(match)!.Message;
        }
    }
}
