using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>What the handlers of a named event agree on, and which of them do not fit.</summary>
internal sealed class ContractTests
{
    [TestCase("void A(int a, string b) { }|void B(int x) { }|void C() { }", "(int a, string b)", "A B C", TestName = "The longest list, and leading parts of it")]
    [TestCase("void A(int a) { }|void B(int x, string y) { }", "(int x, string y)", "A B", TestName = "The longest list gives the names")]
    [TestCase("void A(int a) { }|void B(int b) { }", "(int a)", "A B", TestName = "The first of the longest gives the names")]
    [TestCase("void A(long a) { }|void B(int b) { }|void C(double c) { }", "(int a)", "A B C", TestName = "The type that converts to the others")]
    [TestCase("void A(object a) { }|void B(string b) { }|void C(IEnumerable<char> c) { }", "(string a)", "A B C", TestName = "Base types and interfaces")]
    [TestCase("void A(IFormattable a) { }|void B(IComparable<int> b) { }|void C(int? c) { }|void D(Enum? d) { }", "(int? a)", "A B C", TestName = "Interfaces of numbers, from nullable ones too")]
    [TestCase("void A(int? a) { }|void B(int b) { }|void C(long? c) { }", "(int a)", "A B C", TestName = "Nullable forms")]
    [TestCase("void A(long a, string b) { }|void B(int a) { }", "(int a, string b)", "A B", TestName = "A shorter list may have the narrower type")]
    [TestCase("void A(object a, string b) { }|void B(string a, object b) { }", "(string a, string b)", "A B", TestName = "Each position for itself")]
    [TestCase("void A(int a) { }|void B(string b) { }", "(int a)", "A", TestName = "Types that do not convert")]
    [TestCase("void A(int a) { }|void B(uint b) { }|void C(long c) { }", "(int a)", "A C", TestName = "Neither converts to the other")]
    [TestCase("void A(string a) { }|void B(int b, int c) { }", "(int b, int c)", "B", TestName = "The longest wins over the first")]
    [TestCase("void A(int a, string b) { }|void B(string b, int a) { }|void C(string c) { }", "(int a, string b)", "A", TestName = "The first of the longest wins")]
    [TestCase("void A(IComparable a) { }|void B(IFormattable b) { }|void C(DateTime c) { }", "(DateTime a)", "A B C", TestName = "The type that converts to all is the last")]
    [TestCase("void A(IComparable a) { }|void B(IFormattable b) { }|void C(string c) { }", "(string a)", "A C", TestName = "What fits the handlers so far")]
    [TestCase("void A(IComparable a) { }|void B(IFormattable b) { }|void C(DateTime c) { }|void D(Uri d) { }", "(DateTime a)", "A B C", TestName = "What fits only once a later handler joined")]
    [TestCase("void A(IComparable a, int x) { }|void B(ISpanFormattable b) { }|void C(IFormattable c) { }|void D(DateTime d) { }|void E(Uri e) { }", "(DateTime a, int x)", "A B C D", TestName = "What fits only once several handlers were refused")]
    [TestCase("void A(object a) { }|void B(Uri b) { }|void C(string c) { }|void D(Uri d) { }", "(Uri a)", "A B D", TestName = "The first to narrow the type wins")]
    [TestCase("void A(long a, string b) { }|void B(int a, int b) { }", "(long a, string b)", "A", TestName = "What does not fit has no say")]
    [TestCase("void A(List<object> a) { }|void B(List<dynamic> b) { }", "(List<object> a)", "A B", TestName = "Dynamic is object")]
    [TestCase("void A(DayOfWeek a) { }|void B(Enum b) { }|void C(int c) { }", "(DayOfWeek a)", "A B", TestName = "An enum is no number")]
    [TestCase("void A(int a, int b = 2) { }|void B(int a = 1) { }", "(int a = 1, int b = 2)", "A B", TestName = "A default of any handler counts")]
    [TestCase("void A(int a = 1, int b = 2) { }|void B(int a, int b, int c) { }", "(int a, int b, int c)", "A B", TestName = "A default before a required parameter is no use")]
    [TestCase("void A(int a = 1) { }|void B(int a = 2) { }|void C(int a = 1) { }", "(int a = 1)", "A C", TestName = "Two different defaults")]
    [TestCase("void A(int a = 1) { }|void B(int? a = 1) { }|void C(int? a = null) { }", "(int a = 1)", "A B", TestName = "A default of a nullable form")]
    [TestCase("void A(int a) { }|void B(long a = 1) { }", "(int a)", "A", TestName = "A default of another type")]
    [TestCase("void A(long a = 1) { }|void B(int a) { }", "(long a = 1)", "A", TestName = "A narrower type than the default")]
    [TestCase("void A(string? a = null) { }|void B(object? a = null) { }|void C(string a = \"x\") { }", "(string? a = null)", "A B", TestName = "Null is a default")]
    [TestCase("void A(string a = \"null\") { }|void B(string? a = null) { }", "(string a = \"null\")", "A", TestName = "The text null is not null")]
    [TestCase("void A(byte a, char b) { }|void B(ushort a, int b) { }|void C(nint a, nuint b) { }|void D(decimal a, float b) { }", "(byte a, char b)", "A B C D", TestName = "Numbers widen")]
    [TestCase("void A(nint a) { }|void B(long a) { }|void C(int a) { }", "(int a)", "A B C", TestName = "Native integers")]
    public void Contract(string handlers, string signature, string fitting)
    {
        string source = string.Join('\n', handlers.Split('|').Select(static handler => $"    [On(\"e\")] internal static {handler}"));

        var generated = Generate.From($"class H\n{{\n{source}\n}}").Event();

        Assert.That(generated.Signature, Is.EqualTo(signature));
        Assert.That(generated.Handlers.Select(static id => id["TestProject!H.".Length..id.IndexOf('(', StringComparison.Ordinal)]), Is.EqualTo(fitting.Split(' ')));
    }

    [Test]
    public void Order_decides_before_declaration()
    {
        var generated = Generate.From("""
            class H
            {
                [On("e")] internal static void A(int a) { }
                [On("e", Order = -1)] internal static void B(string b) { }
            }
            """).Event();

        Assert.That(generated.Signature, Is.EqualTo("(string b)"));
    }

    [Test]
    public void A_contract_belongs_to_the_linker()
    {
        var events = Generate.From("""
            public sealed class MyLinker : EventLinker;
            class H
            {
                [On("e")] internal static void A(int a) { }
                [On("e", Linker = typeof(MyLinker))] internal static void B(string b) { }
            }
            """).Events();

        Assert.That(
            events.Select(static item => $"{item.Linker} {item.Name}{item.Signature}"),
            Is.EquivalentTo(new[] { "Pyventus.EventLinker e(int a)", "MyLinker e(string b)" }));
    }

    [Test]
    public void An_event_objects_contract_is_its_type()
    {
        var generated = Generate.From("""
            class Base; class Event : Base;
            class H
            {
                [On<Event>] internal static void A(Base b) { }
                [On<Event>] internal static void B() { }
                [On<Event>] internal static void C(Event? e = null) { }
            }
            """).Event();

        Assert.That(generated.Signature, Is.EqualTo("(Event b)"));
        Assert.That(generated.Handlers, Has.Length.EqualTo(3));
    }

    [Test]
    public void An_event_object_that_nobody_takes_is_called_event()
    {
        Assert.That(Generate.From("class E; class H { [On<E>] internal static void A() { } }").Event().Signature, Is.EqualTo("(E @event)"));
    }
}
