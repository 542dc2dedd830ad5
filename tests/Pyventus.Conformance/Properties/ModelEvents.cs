namespace Pyventus.Conformance;

/// <summary>The events of the model: few, so that subscriptions meet, and of every kind.</summary>
internal static class ModelEvents
{
    /// <summary>What is subscribed to.</summary>
    public static readonly EventKey[] Keys =
        ["a", "a.b", "c", "a.*", "*.b", "a.**", EventPattern.All, typeof(Base), typeof(Derived), typeof(IMarked)];

    /// <summary>What is emitted: names, and instances of types.</summary>
    public static readonly object[] Emitted = ["a", "a.b", "a.c", "c", "c.b", "unknown", EventPattern.All, new Base(), new Derived(), new Other()];

    public interface IMarked;

    public class Base;

    public sealed class Derived : Base, IMarked;

    public sealed class Other;
}
