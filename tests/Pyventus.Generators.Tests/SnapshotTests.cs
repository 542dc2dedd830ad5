using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

internal sealed class SnapshotTests
{
    [Test]
    public void Named_events()
    {
        Generate.From("""
            namespace Shop;

            public static class OrderHandlers
            {
                [On("order.placed")]
                public static void Log(int id, string customer) { }

                [On("order.placed", Order = -10)]
                internal static Task MailAsync(int id, string customer, EventContext context, CancellationToken ct) => Task.CompletedTask;

                [On("order.placed", ForceAsync = true)]
                internal static int Count(long id) => (int)id;

                [Once("order.placed", "app.started")]
                internal static ValueTask<string> Warm(CancellationToken ct) => new("warm");

                [On("order.placed")]
                internal static Task<int> Score() => Task.FromResult(1);
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void Event_objects()
    {
        Generate.From("""
            namespace Shop;

            public record OrderPlaced(int Id);
            public readonly record struct Moved<T>(T From, T To);

            public static class Handlers
            {
                [On<OrderPlaced>]
                public static void Exact(OrderPlaced e) { }

                [On(typeof(OrderPlaced), Order = 1)]
                public static void Base(object e) { }

                [On<OrderPlaced>(Order = 2)]
                public static void Nothing() { }

                [On(typeof(Moved<int>), "moved")]
                internal static void Boxed(IEquatable<Moved<int>> e) { }

                [Once<(int, string)>]
                internal static void Tuple((int X, string? Y) e) { }
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void Instance_handlers()
    {
        Generate.From("""
            namespace Shop;

            public interface IMailer;

            public sealed class Plain
            {
                [On("a")]
                public void Handle() { }
            }

            public sealed class Injected(IMailer mailer)
            {
                [On("a")]
                public string Handle() => mailer.ToString()!;
            }

            public abstract class Template
            {
                [On("a")]
                public virtual Task? Handle() => null;
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void Custom_linkers_and_types_that_are_not_public()
    {
        Generate.From("""
            public sealed class PublicLinker : EventLinker;
            internal sealed class HiddenLinker : EventLinker;
            internal sealed record Secret(int Id);

            internal static class Handlers
            {
                [On("a", Linker = typeof(PublicLinker))]
                internal static void Open(int id = 5) { }

                [On("a", Linker = typeof(HiddenLinker))]
                internal static void Hidden(int id) { }

                [On("a")]
                internal static void Payload(Secret secret, List<Secret?>? more = null) { }

                [On<Secret>]
                internal static void Event(Secret secret) { }
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void Default_values()
    {
        Generate.From("""
            public enum Color { Red, Blue = 3 }

            public static class Handlers
            {
                [On("a")]
                public static void Text(string text = "a \"b\" \\ \n ü \ud83d\ude00", char letter = '\'', bool flag = true, string? none = null) { }

                [On("b")]
                public static void Integers(sbyte a = -1, byte b = 2, short c = -3, ushort d = 4, int e = int.MinValue, uint f = 6, long g = long.MinValue, ulong h = ulong.MaxValue) { }

                [On("c")]
                public static void Reals(float a = -0f, double b = double.NaN, double c = double.NegativeInfinity, decimal d = 1.50m, float e = 1e-7f, double f = 1e300, nint g = -1, nuint h = 1) { }

                [On("d")]
                public static void Others(Color a = Color.Blue, Color b = (Color)7, Color? c = Color.Red, int? d = null, int? e = 5, DateTime f = default, (int, string) g = default, Guid? h = null) { }

                [On("e")]
                public static void Gap(int a = 1, int b = 2) { }

                [On("e")]
                public static void Longer(int a, int b, int c) { }
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void Tables_of_references()
    {
        var library = Generate.From(TestCompilation.Create(["""
            public static class Handlers { [On("a")] public static void Handle() { } }
            """], assemblyName: "Some.Library"));

        Generate.From(TestCompilation.Create(["internal static class Program;"], references: [library.Output.ToReference()])).MatchesSnapshot();
    }
}
