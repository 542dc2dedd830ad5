using System.Text;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>Each way in which a snapshot can be wrong fails.</summary>
internal sealed class SnapshotDirectoryTests
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TearDown]
    public void Delete()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    [Test]
    public void A_new_text_fails_and_is_written_as_received()
    {
        Assert.That(() => Verify(accepts: false, ("a.g.cs", "text\n")), Throws.TypeOf<SnapshotMismatchException>().With.Message.Contains("T.M#a.g.cs is new"));
        Assert.That(Files(), Is.EqualTo(new[] { "T.M#a.g.cs.received.cs" }));
    }

    [Test]
    public void An_accepted_text_is_written_as_Verify_does_and_matches_from_then_on()
    {
        Verify(accepts: true, ("a.g.cs", "text\n"));

        Assert.That(Files(), Is.EqualTo(new[] { "T.M#a.g.cs.verified.cs" }));
        Assert.That(File.ReadAllBytes(Verified("a.g.cs")), Is.EqualTo((byte[])[0xEF, 0xBB, 0xBF, .. "//HintName: a.g.cs\ntext\n"u8]));
        Assert.That(() => Verify(accepts: false, ("a.g.cs", "text\n")), Throws.Nothing);
    }

    [Test]
    public void A_different_text_fails_with_the_difference()
    {
        Verify(accepts: true, ("a.g.cs", "one\ntwo\nthree\n"));

        Assert.That(
            () => Verify(accepts: false, ("a.g.cs", "one\n2\nthree\n")),
            Throws.TypeOf<SnapshotMismatchException>().With.Message.Contains("- two").And.Message.Contains("+ 2").And.Message.Not.Contains("three"));
        Assert.That(Files(), Does.Contain("T.M#a.g.cs.received.cs"));
    }

    [Test]
    public void A_received_file_goes_when_the_text_is_right_again()
    {
        Verify(accepts: true, ("a.g.cs", "one"));
        Assert.That(() => Verify(accepts: false, ("a.g.cs", "two")), Throws.TypeOf<SnapshotMismatchException>());

        Verify(accepts: false, ("a.g.cs", "one"));

        Assert.That(Files(), Is.EqualTo(new[] { "T.M#a.g.cs.verified.cs" }));
    }

    [Test]
    public void A_verified_file_without_output_fails()
    {
        Verify(accepts: true, ("a.g.cs", "one"), ("b.g.cs", "two"));

        Assert.That(() => Verify(accepts: false, ("a.g.cs", "one")), Throws.TypeOf<SnapshotMismatchException>().With.Message.Contains("T.M#b.g.cs is verified, but not generated"));
        Verify(accepts: true, ("a.g.cs", "one"));
        Assert.That(Files(), Is.EqualTo(new[] { "T.M#a.g.cs.verified.cs" }));
    }

    [Test]
    public void Another_tests_files_are_no_orphans()
    {
        new SnapshotDirectory(_path, accepts: true).Verify("T.More", [KeyValuePair.Create("a.g.cs", "one")]);

        Assert.That(() => Verify(accepts: false), Throws.Nothing);
    }

    [TestCase("\ufeff", "", "byte order mark", TestName = "No byte order mark")]
    [TestCase("\n", "\r\n", "CR LF", TestName = "Other line ends")]
    public void Other_bytes_fail(string before, string after, string reason)
    {
        Verify(accepts: true, ("a.g.cs", "one\n"));
        File.WriteAllText(
            Verified("a.g.cs"), Encoding.UTF8.GetString(File.ReadAllBytes(Verified("a.g.cs"))).Replace(before, after, StringComparison.Ordinal), new UTF8Encoding(false));

        Assert.That(() => Verify(accepts: false, ("a.g.cs", "one\n")), Throws.TypeOf<SnapshotMismatchException>().With.Message.Contains(reason));
    }

    [Test]
    public void The_version_is_scrubbed_and_nothing_else()
    {
        Verify(accepts: true, ("a.g.cs", "[global::System.CodeDom.Compiler.GeneratedCode(\"Pyventus.Generators\", \"1.2.3.4\")] \"1.2.3.4\"\n"));

        Assert.That(File.ReadAllText(Verified("a.g.cs")), Does.Contain("GeneratedCode(\"Pyventus.Generators\", \"VERSION\")] \"1.2.3.4\""));
    }

    [TestCase("1", null, "new", ExpectedResult = true)]
    [TestCase(null, null, "new", ExpectedResult = false)]
    [TestCase("0", "true", "new", ExpectedResult = false)]
    public bool Accepting_is_asked_for(string? accept, string? ci, string text)
    {
        var snapshots = SnapshotDirectory.Open(_path, name => name == "CI" ? ci : name == "PYVENTUS_ACCEPT" ? accept : null);
        try
        {
            snapshots.Verify("T.M", [KeyValuePair.Create("a.g.cs", text)]);
            return true;
        }
        catch (SnapshotMismatchException)
        {
            return false;
        }
    }

    [Test]
    public void Accepting_is_refused_on_a_build_server()
    {
        Assert.That(() => SnapshotDirectory.Open(_path, name => name == "CI" ? "true" : "1"), Throws.InvalidOperationException);
    }

    private void Verify(bool accepts, params (string Hint, string Text)[] sources) =>
        new SnapshotDirectory(_path, accepts).Verify("T.M", sources.Select(static source => KeyValuePair.Create(source.Hint, source.Text)));

    private string Verified(string hint) => Path.Combine(_path, $"T.M#{hint}.verified.cs");

    private IEnumerable<string?> Files() => Directory.GetFiles(_path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
