using Pyventus.Generators.Parsing;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

/// <summary>Methods with <c>[Emits]</c>: their bodies, and the contracts they declare.</summary>
internal sealed class DeclarationTests
{
    [Test]
    public void Declared_events()
    {
        Generate.From("""
            namespace Shop;

            public static partial class ShopEvents
            {
                /// <summary>An order was placed.</summary>
                [Emits("order.placed")]
                public static partial void OrderPlaced(this EventEmitter emitter, int id, string customer = "guest");

                /// <summary>An order was placed.</summary>
                [Emits("order.placed")]
                public static partial ValueTask<EmissionResult> OrderPlacedAsync(this EventEmitter emitter, int id, string customer = "guest", CancellationToken ct = default);

                [Emits("app.started")]
                internal static partial void Started(this EventEmitter emitter);
            }

            internal static class Handlers
            {
                [On("order.placed")]
                internal static Task Mail(long id) => Task.CompletedTask;

                [On("order.placed")]
                internal static void Print(int id, object customer, int copies = -1, string? printer = null) { }
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void Declarations_of_all_kinds()
    {
        Generate.From("""
            internal sealed class HiddenLinker : EventLinker;
            internal sealed record Secret(int Id);

            static partial class @class
            {
                [Emits("a", Linker = typeof(HiddenLinker))]
                private static partial void @event(this EventEmitter @this, in Secret @in, params int[] numbers);

                [Emits("b")]
                internal static partial ValueTask<EmissionResult> BAsync(this EventEmitter emitter, in CancellationToken token, List<Secret?>? secrets, (int X, dynamic? Y) pair, dynamic other);

                [Emits("c\n\"")]
                static partial void C(this EventEmitter emitter, DateTime? at = null, nint size = -5, DayOfWeek day = DayOfWeek.Monday);
            }
            """).MatchesSnapshot();
    }

    [Test]
    public void The_documentation_is_that_of_the_declaring_part()
    {
        var run = Generate.From("""
            /// <summary>Events.</summary>
            public static partial class Events
            {
                /// <summary>An order was placed.</summary>
                /// <param name="emitter">The emitter.</param>
                [Emits("a"), Obsolete("old")]
                public static partial void Placed(this EventEmitter emitter);
            }
            """);
        var method = run.Output.GetTypeByMetadataName("Events")!.GetMembers("Placed").Single();

        Assert.That(method.GetDocumentationCommentXml(), Does.Contain("An order was placed."));
        Assert.That(method.GetAttributes().Select(static attribute => attribute.AttributeClass!.Name), Does.Contain("ObsoleteAttribute"));
    }

    [Test]
    public void Linker_limits()
    {
        Generate.From("""
            namespace Shop;

            public sealed class TenLinker() : EventLinker(10);
            internal sealed partial class NamedLinker : EventLinker { public NamedLinker() : base(defaultOnSuccess: null, maxSubscribers: Limits.Max) { } }
            internal sealed partial class NamedLinker : EventLinker;
            internal static class Limits { internal const int Max = 3; }
            """).MatchesSnapshot();
    }

    [TestCase("public class ALinker() : EventLinker(5);", 5)]
    [TestCase("public class ALinker() : Pyventus.EventLinker((int?)5);", 5)]
    [TestCase("public class ALinker() : global::Pyventus.EventLinker(5);", 5)]
    [TestCase("public class ALinker : EventLinker { public ALinker() : base(2 + 3) { } }", 5)]
    [TestCase("public class ALinker : BaseLinker { public ALinker() : base(5) { } } public abstract class BaseLinker(int? max) : EventLinker(max);", 5)]
    [TestCase("public class ALinker : BaseLinker; public abstract class BaseLinker(int max = 5) : EventLinker(maxSubscribers: max);", 5)]
    [TestCase("public class ALinker : BaseLinker { public ALinker() { } } public abstract class BaseLinker() : EventLinker(5);", 5)]
    [TestCase("public class ALinker : EventLinker;", null)]
    [TestCase("public class ALinker() : EventLinker(null);", null)]
    [TestCase("public class ALinker() : EventLinker(defaultOnFailure: null);", null)]
    [TestCase("public class ALinker() : EventLinker(Environment.ProcessorCount);", null)]
    [TestCase("public class ALinker() : EventLinker(0);", null)]
    [TestCase("public abstract class ALinker() : EventLinker(5);", null)]
    [TestCase("public class ALinker(int max) : EventLinker(5) { public int Max { get; } = max; }", null)]
    [TestCase("public class ALinker : BaseLinker; public class BaseLinker { public BaseLinker(int max = 5) => _ = max; }", null)]
    [TestCase("public class ALinker<T>() : EventLinker(5);", null)]
    public void Linker_limit(string source, int? limit)
    {
        var attributes = Generate.From(source).Output.Assembly.GetAttributes()
            .Where(static attribute => attribute.AttributeClass!.Name == "LinkerLimitAttribute")
            .Where(static attribute => attribute.ConstructorArguments[0].Value!.ToString() == "ALinker");

        Assert.That(attributes.Select(static attribute => (int?)attribute.ConstructorArguments[1].Value), Is.EqualTo(limit is null ? [] : new[] { limit }));
    }

    [TestCase("public class ALinker : EventLinker { public ALinker() : this(5) { } private ALinker(int max) : this() { } }")]
    [TestCase("public class ALinker : BaseLinker { public ALinker() { } } public abstract class BaseLinker(int max = 1, int max = 5) : EventLinker(max);")]
    public void A_linker_that_is_being_typed_has_no_limit(string source) =>
        Assert.That(new ProjectParser().Parse(TestCompilation.Create(source), CancellationToken.None).LinkerLimits, Is.Empty);
}
