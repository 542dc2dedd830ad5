using Pyventus.Generators.Tests.Harness;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Tests;

/// <summary>Which handlers an event has that do not name it: those of patterns and of base types.</summary>
internal sealed class MatchingTests
{
    [Test]
    public void Patterns()
    {
        Generate.From("""
            namespace Shop;

            public static class Handlers
            {
                [On("order.placed")]
                public static void Placed(int id, string customer) { }

                [On("order.*", Order = -1)]
                public static void Order(long id, EventContext context) { }

                [Once("order.**", "stock.low")]
                internal static Task Once(int id, string? customer = null, double price = 1.5, int? count = 2) => Task.CompletedTask;

                [On(EventPattern.All)]
                internal static void All() { }

                [On<Uri>]
                internal static void Object() { }
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void Derived_types()
    {
        Generate.From("""
            namespace Shop;

            public interface IAudited;
            public record Order(int Id);
            public record Placed(int Id) : Order(Id), IAudited;

            public static class Handlers
            {
                private static int _count;

                [On<Placed>]
                public static void Exact(Placed e) => _count++;

                [On<Order>(IncludeDerived = true)]
                public static void Any(Order e) { }

                [On<Order>]
                public static void Plain(Order e) { }

                [On(typeof(IAudited), typeof(Placed), "audit", IncludeDerived = true)]
                public static void Audit(IAudited? e) { }
            }
            """).MatchesSnapshot();
    }

    [TestCase("order.*", "order.placed")]
    [TestCase("order.*", "order.")]
    [TestCase("*", "order")]
    [TestCase("*.*", "order.placed")]
    [TestCase("*.placed", ".placed")]
    [TestCase("order.**", "order")]
    [TestCase("order.**", "order.a.b.c")]
    [TestCase("**.placed", "placed")]
    [TestCase("**.placed", "a.placed.b.placed")]
    [TestCase("a.**.z", "a.z")]
    [TestCase("a.**.b.*.z", "a.b.c.b.d.z")]
    [TestCase("**.**", "a")]
    [TestCase("**", "a.b")]
    public void A_pattern_matches(string pattern, string name) => Assert.That(EventPatterns.Matches(pattern, name), Is.True);

    [TestCase("order.*", "order")]
    [TestCase("order.*", "order.a.b")]
    [TestCase("order.*", "Order.placed")]
    [TestCase("*", "a.b")]
    [TestCase("order.**", "orders.placed")]
    [TestCase("**.placed", "a.placed.b")]
    [TestCase("a.**.z", "a")]
    [TestCase("a.**.b.*.z", "a.b.z")]
    [TestCase("*.**.*", "a")]
    public void A_pattern_does_not_match(string pattern, string name) => Assert.That(EventPatterns.Matches(pattern, name), Is.False);

    [TestCase("int id, string name", "void H() { }", true, TestName = "Nothing of the payload")]
    [TestCase("int id, string name", "void H(int a) { }", true, TestName = "A leading part of the payload")]
    [TestCase("int id, string name", "void H(double a, object b) { }", true, TestName = "Types that the payload converts to")]
    [TestCase("int id, string name", "void H(int? a, string b, string c = \"x\") { }", true, TestName = "More, with a default value")]
    [TestCase("int id, string name", "void H(CancellationToken t, int a, EventContext c) { }", true, TestName = "Special parameters")]
    [TestCase("int id, string name", "void H(int a, string b, string c) { }", false, TestName = "More, without a default value")]
    [TestCase("int id, string name", "void H(string b) { }", false, TestName = "Another type")]
    [TestCase("int id, string name", "void H(short a = 1) { }", false, TestName = "A narrower type, even with a default value")]
    [TestCase("", "void H(int a = 1) { }", true, TestName = "A default value for an event without payload")]
    [TestCase("", "void H(int a) { }", false, TestName = "No default value for an event without payload")]
    public void A_matching_handler_fits_or_is_left_out(string contract, string handler, bool fits)
    {
        var events = Generate.From($$"""
            class C
            {
                [On("a.b")] internal static void Own({{contract}}) { }
                [On("a.*")] internal static {{handler}}
            }
            """).Events().ToDictionary(static item => item.Name);

        Assert.That(events["a.b"].ShortHandlers, Is.EqualTo(fits ? ["C.Own#0", "C.H#0"] : new[] { "C.Own#0" }));
        Assert.That(events["a.b"].Signature, Is.EqualTo($"({contract})"), "A matching handler changes nothing");
        Assert.That(events["a.*"].ShortHandlers, Is.EqualTo(new[] { "C.H#0" }));
    }

    [TestCase("object e", true)]
    [TestCase("Base? e", true)]
    [TestCase("IDisposable e", true)]
    [TestCase("Base e, int more = 1", true)]
    [TestCase("string e", false)]
    [TestCase("Base e, int more", false)]
    public void Event_objects_are_matched_by_the_pattern_of_all(string payload, bool fits)
    {
        var events = Generate.From($$"""
            class Base; sealed class Derived : Base, IDisposable { public void Dispose() { } }
            class C
            {
                [On<Derived>] internal static void Own(Derived e) { }
                [On("**")] internal static void H({{payload}}) { }
                [On("**.**", "*")] internal static void Names() { }
            }
            """).Events();

        Assert.That(events.Single(static item => item.Name == "Derived").ShortHandlers, Is.EqualTo(fits ? ["C.Own#0", "C.H#0"] : new[] { "C.Own#0" }));
    }

    [TestCase("class E : Base", "Base", true)]
    [TestCase("class E : Middle", "Base", true)]
    [TestCase("class E : Middle", "IMarker", true)]
    [TestCase("struct E : IMarker", "IMarker", true)]
    [TestCase("struct E", "ValueType", true)]
    [TestCase("enum E { A }", "Enum", true)]
    [TestCase("class E : List<string>", "IReadOnlyCollection<string>", true)]
    [TestCase("class E : List<string>", "IReadOnlyCollection<object>", false)]
    [TestCase("class E", "Base", false)]
    public void Event_objects_are_matched_by_base_types(string declaration, string baseType, bool matches)
    {
        string end = declaration.EndsWith('}') ? "" : ";";
        var events = Generate.From($$"""
            interface IMarker; class Base; class Middle : Base, IMarker;
            {{declaration}}{{end}}
            class C
            {
                [On<E>] internal static void Own(E e) { }
                [On<{{baseType}}>(IncludeDerived = true)] internal static void H({{baseType}} e) { }
                [On<{{baseType}}>] internal static void Exact({{baseType}} e) { }
            }
            """).Events();

        Assert.That(events.Single(static item => item.Name == "E").ShortHandlers, Is.EqualTo(matches ? ["C.Own#0", "C.H#0"] : new[] { "C.Own#0" }));
    }

    [Test]
    public void A_handler_that_takes_what_the_base_type_only_converts_to_gets_derived_types()
    {
        var events = Generate.From("""
            class Base : List<string>; class E : Base;
            class C
            {
                [On<E>] internal static void Own(E e) { }
                [On<Base>(IncludeDerived = true)] internal static void H(IEnumerable<object> e) { }
            }
            """).Events();

        Assert.That(events.Single(static item => item.Name == "E").ShortHandlers, Is.EqualTo(new[] { "C.Own#0", "C.H#0" }));
    }

    [Test]
    public void A_handler_is_listed_once_whatever_the_ways_it_matches()
    {
        var run = Generate.From("""
            class Base; class E : Base;
            class C
            {
                [On("a.b", "a.*", "**", typeof(Base), typeof(E), IncludeDerived = true)] internal static void H() { }
                [On("a.*", "*.b", "**", typeof(Base), typeof(object[]), IncludeDerived = true)] internal static void H2() { }
            }
            """);

        Assert.That(run.Events().Select(static item => item.ShortHandlers), Has.All.Unique);
        Assert.That(TraitsIn(run, "Event.a.b."), Is.EqualTo(new[] { "H None", "H2 Matched" }));
        Assert.That(TraitsIn(run, "Event.E."), Is.EqualTo(new[] { "H IncludeDerived", "H2 Matched" }));
        Assert.That(TraitsIn(run, "Event.Base."), Is.EqualTo(new[] { "H IncludeDerived", "H2 IncludeDerived" }));
        Assert.That(TraitsIn(run, "Event.__."), Is.EqualTo(new[] { "H None", "H2 None" }));
    }

    [Test]
    public void Matching_handlers_run_in_the_order_of_all()
    {
        var events = Generate.From("""
            class B
            {
                [On("a.*")] internal static void Second() { }
                [On("a.b")] internal static void Third() { }
                [On("a.**", Order = -1)] internal static void First() { }
            }
            class A { [On("**")] internal static void H() { } }
            """).Events();

        Assert.That(events.Single(static item => item.Name == "a.b").ShortHandlers, Is.EqualTo(new[] { "B.First#0", "A.H#0", "B.Second#0", "B.Third#0" }));
    }

    [Test]
    public void A_pattern_has_a_contract_of_its_own()
    {
        var events = Generate.From("""
            class C
            {
                [On("a.b")] internal static void Own(string name) { }
                [On("a.*")] internal static void Long(int id, string name) { }
                [On("a.*")] internal static void Text(string name) { }
                [On("a.*")] internal static void Short(long id) { }
                [On("x.y")] internal static void Other(int a, string b, bool c) { }
            }
            """).Events();

        Assert.That(events.Single(static item => item.Name == "a.*").Signature, Is.EqualTo("(int id, string name)"));

        // What disagrees with its pattern is not linked, whatever it would fit.
        Assert.That(events.Single(static item => item.Name == "a.*").ShortHandlers, Is.EqualTo(new[] { "C.Long#0", "C.Short#0" }));
        Assert.That(events.Single(static item => item.Name == "a.b").ShortHandlers, Is.EqualTo(new[] { "C.Own#0" }));
    }

    [Test]
    public void A_pattern_belongs_to_the_linker()
    {
        var run = Generate.From("""
            public sealed class MyLinker : EventLinker;
            class Base; class E : Base;
            class C
            {
                [On("a"), On("a", Linker = typeof(MyLinker)), On<E>] internal static void Own() { }
                [On("*", Linker = typeof(MyLinker)), On<Base>(IncludeDerived = true, Linker = typeof(MyLinker))] internal static void H() { }
            }
            """);

        Assert.That(
            run.Events().Select(static item => $"{item.Linker} {item.Name}: {string.Join(' ', item.ShortHandlers)}"),
            Is.EquivalentTo(new[] { "Pyventus.EventLinker a: C.Own#0", "Pyventus.EventLinker E: C.Own#2", "MyLinker a: C.Own#1 C.H#0", "MyLinker *: C.H#0", "MyLinker Base: C.H#1" }));
    }

    [Test]
    public void The_table_says_which_events_are_open()
    {
        var run = Generate.From("""
            class C
            {
                [On("a.*", "b", "**", "c")] internal static void Names() { }
                [On(typeof(Uri), typeof(Version), typeof(int), IncludeDerived = true)] internal static void Types() { }
                [On<Exception>] internal static void Exact() { }
            }
            """);

        // The names: ** a.* b c Exception Int32 Uri Version.
        Assert.That(run.Sources["LinkerTable.g.cs"], Does.Contain("Open => new int[] { 0, 1, 5, 6, 7 };"));
    }

    [Test]
    public void Named_events_and_sealed_types_may_include_what_they_do_not_have()
    {
        var run = Generate.From("""
            class C
            {
                [On("a", IncludeDerived = true)] internal static void Name() { }
                [On<int>(IncludeDerived = true)] internal static void Type(int e) { }
            }
            """);

        Assert.That(TraitsIn(run, "Event.a."), Is.EqualTo(new[] { "Name None" }));
        Assert.That(TraitsIn(run, "Event.int."), Is.EqualTo(new[] { "Type IncludeDerived" }));
    }

    [Test]
    public async Task Matching_handlers_run_and_get_their_default_values()
    {
        string log = await RunningProgram.RunAsync("""
            public enum Color { Red, Blue = 3 }
            public record Base(int Id);
            public record Derived(int Id) : Base(Id);
            public static partial class Entry
            {
                [On("order.placed")] internal static void Own(int id) => Log($"own {id}");
                [On("order.*")] internal static void Wide(double id, string text = "a\"b", Color color = Color.Blue, int? none = null, int? some = -5, object? nothing = null, (int, int) pair = default)
                    => Log(FormattableString.Invariant($"{id} {text} {color} {none} {some} {nothing} {pair}"));
                internal static void Wide(int id) => Log("wrong");
                internal static void Wide(double id, string text, Color color, int? none, int some, object? nothing, (int, int) pair) => Log("wrong");
                [On("**")] internal static void All(object? e = null) => Log($"all {e}");
                [On("other.**")] internal static void Other() => Log("wrong");
                [On<Derived>] internal static void Exact(Derived e) => Log($"exact {e.Id}");
                [On<Base>(IncludeDerived = true)] internal static void Any(Base e, int more = 7) => Log($"any {e.GetType().Name} {more}");

                private static Task Run()
                {
                    using var emitter = new AsyncEventEmitter();
                    emitter.Emit("order.placed", 3);
                    emitter.Emit(new Derived(4));
                    return Task.CompletedTask;
                }
            }
            """);

        Assert.That(log, Is.EqualTo("own 3, 3 a\"b Blue  -5  (0, 0), all 3, all Derived { Id = 4 }, exact 4, any Derived 7"));
    }

    // The handlers of a generated file with their traits: "H Matched".
    private static string[] TraitsIn(GeneratorRun run, string file) =>
    [
        .. from line in run.Sources.Single(source => source.Key.StartsWith(file, StringComparison.Ordinal)).Value.Split('\n')
           where line.Contains("new(\"", StringComparison.Ordinal)
           let method = line[(line.IndexOf("C.", StringComparison.Ordinal) + 2)..line.IndexOf('(', line.IndexOf("C.", StringComparison.Ordinal))]
           let traits = line.Split("TableHandlerTraits.").Skip(1).Select(static trait => new string([.. trait.TakeWhile(char.IsLetter)]))
           select $"{method} {string.Join('+', traits)}",
    ];
}
