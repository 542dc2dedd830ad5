using Pyventus.CompilerServices;

namespace Pyventus.Runtime.Tests;

public sealed class LinkerTableSectionTests
{
    [Test]
    public void An_empty_section_finds_nothing()
    {
        var section = new SearchedSection([]);
        Assert.That(section.Find("a"), Is.Null);
        Assert.That(section.Find(typeof(int)), Is.Null);
        Assert.That(section.Count, Is.Zero);
    }

    [Test]
    public void Each_of_10000_names_is_found_and_makes_only_its_own_event()
    {
        string[] names = [.. Enumerable.Range(0, 10_000).Select(static index => $"event.{index}")];
        var section = new SearchedSection(names);
        TableEvent found = section.Find("event.4711")!;
        Assert.That(found.Key, Is.EqualTo((EventKey)"event.4711"));
        Assert.That(section.Find("event.4711"), Is.SameAs(found));
        Assert.That(section.Made, Is.EqualTo(1));
        foreach (string name in names)
        {
            Assert.That(section.Find(name)!.Key.Name, Is.EqualTo(name));
        }

        Assert.That(section.Made, Is.EqualTo(names.Length));
    }

    [Test]
    public void Names_between_before_and_after_are_not_found()
    {
        string[] names = [.. Enumerable.Range(0, 10_000).Select(static index => $"event.{index}")];
        var section = new SearchedSection(names, typeof(int), typeof(string[]));
        string[] others = ["", "a", "event", "event.", "event.10000", "event.00", "event.1 ", "event.9999x", "EVENT.1", "f", "\uffff", "Int32", "String[]", names[0] + names[1]];
        foreach (string name in others)
        {
            Assert.That(section.Find(name), Is.Null, name);
        }

        Assert.That(section.Made, Is.Zero);
    }

    [Test]
    public void Prefixes_case_and_surrogates_are_told_apart_ordinally()
    {
        string[] names = ["a", "A", "aa", "aA", "a.b", "a-b", "\u00e4", "a\u0308", "\ud83d\ude00", "\ud83d", "\uffff", "z"];
        var section = new SearchedSection(names);
        foreach (string name in names)
        {
            Assert.That(string.Equals(section.Find(name)!.Key.Name, name, StringComparison.Ordinal));
        }
    }

    [Test]
    public void Types_that_share_a_short_name_are_told_apart()
    {
        Type[] types =
        [
            typeof(System.Timers.Timer), typeof(System.Threading.Timer), typeof(KeyValuePair<int, string>), typeof(KeyValuePair<string, int>),
            typeof(int), typeof(int[]), typeof(List<int>), typeof(List<long>), typeof(List<int[]>), typeof(List<>.Enumerator).MakeGenericType(typeof(int)),
            typeof(Dictionary<,>.Enumerator).MakeGenericType(typeof(int), typeof(int)),
        ];
        var section = new SearchedSection(["Timer", "List`1"], types);
        foreach (Type type in types)
        {
            Assert.That(section.Find(type)!.Key.Type, Is.EqualTo(type));
        }

        Assert.That(section.Find(typeof(List<short>)), Is.Null);
        Assert.That(section.Find(typeof(KeyValuePair<int, int>)), Is.Null);
        Assert.That(section.Find(typeof(long)), Is.Null);
        Assert.That(section.Find("Timer")!.Key.Name, Is.EqualTo("Timer"), "a name never equals a type");
        Assert.That(section.Find("Int32"), Is.Null);
    }

    [Test]
    public void A_table_of_another_version_is_refused_with_what_to_do()
    {
        PyventusException refused = Assert.Throws<PyventusException>(static () => LinkerTable.Register(new FutureTable()))!;
        Assert.That(refused.Message, Does.Contain("'Future.Library'").And.Contain($"version {LinkerTable.CurrentAbiVersion + 1}").And.Contain($"version {LinkerTable.CurrentAbiVersion}.").And.Contain("Build"));
        Assert.That(static () => LinkerTable.Register(null!), Throws.ArgumentNullException);
    }

    private sealed class FutureTable() : LinkerTable("Future.Library", CurrentAbiVersion + 1, "0")
    {
        public override LinkerTableSection? GetSection(Type linkerType) => throw new InvalidOperationException("A table that was refused is not asked.");
    }
}
