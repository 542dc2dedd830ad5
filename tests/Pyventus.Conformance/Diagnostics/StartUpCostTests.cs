using System.Diagnostics;
using System.Reflection;

namespace Pyventus.Conformance;

/// <summary>What an application pays for telemetry that it does not use.</summary>
public sealed class StartUpCostTests
{
    [Test]
    public void Loading_a_type_of_the_library_does_not_load_the_assembly_of_the_listeners()
    {
        // A field of a struct has its assembly loaded with the type that has it; one of a class does not.
        IEnumerable<FieldInfo> fields = typeof(EventEmitter).Assembly.GetTypes()
            .SelectMany(static type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static field => field.FieldType.IsValueType && field.FieldType.Assembly == typeof(Activity).Assembly);
        Assert.That(fields, Is.Empty);
    }
}
