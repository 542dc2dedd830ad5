namespace Pyventus.Analyzers.Tests.EmitSites;

internal sealed class TypeEmittedTests
{
    [TestCase("""emitter.Emit({|PYV1203:typeof(Uri)|});""")]
    [TestCase("""emitter.Emit({|PYV1203:"x".GetType()|});""")]
    [TestCase("""Type type = typeof(Uri); emitter.Emit({|PYV1203:type|});""")]
    [TestCase("""emitter.Emit<object>({|PYV1203:typeof(Uri)|});""")]
    [TestCase("""emitter.Emit({|PYV1203:System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(Uri))|});""")]
    [TestCase("""await emitter.EmitAsync({|PYV1203:typeof(Uri)|});""")]
    [TestCase("""await emitter.EmitAsync({|PYV1203:typeof(Uri)|}, CancellationToken.None);""")]
    public Task Fires(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [TestCase("""emitter.Emit(new Uri("http://a"));""")]
    [TestCase("""emitter.Emit("type", typeof(Uri));""")]
    [TestCase("""object value = typeof(Uri); emitter.Emit(value);""")]
    [TestCase("""emitter.Emit(typeof(Uri).Assembly);""")]
    [TestCase("""emitter.Emit(nameof(Uri));""")]
    public Task Stays_quiet(string statement) => Rules.Verifier.VerifyAsync(Rules.InMethod(statement));

    [Test]
    public Task Says() => Rules.Verifier.VerifyAsync(
        Rules.InMethod("""emitter.Emit({|PYV1203:typeof(Uri)|});"""),
        "'typeof(Uri)' is a System.Type, which describes an event and is none; emit an instance of the event's type");
}
