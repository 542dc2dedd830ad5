using System.Reflection;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Tests;

/// <summary>Models are plain data: anything else would break caching or keep a compilation alive.</summary>
internal sealed class ModelShapeTests
{
    private static IEnumerable<Type> Models() =>
        typeof(PyventusGenerator).Assembly.GetTypes().Where(static type =>
            type.Namespace == typeof(HandlerModel).Namespace && !type.IsEnum && !type.IsNested && type != typeof(EquatableArray<>));

    [Test]
    public void There_are_models() => Assert.That(Models().Count(), Is.GreaterThan(8));

    [TestCaseSource(nameof(Models))]
    public void A_model_is_a_sealed_immutable_record(Type model)
    {
        Assert.That(model.IsSealed, Is.True);
        Assert.That(model.GetMethod("<Clone>$"), Is.Not.Null, "no record");
        foreach (PropertyInfo property in model.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static property => property.CanWrite))
        {
            Assert.That(property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers(), Has.Some.Property("Name").EqualTo("IsExternalInit"), property.Name);
            Assert.That(property.CustomAttributes.Select(static attribute => attribute.AttributeType.Name), Does.Contain("RequiredMemberAttribute"), property.Name);
        }
    }

    [TestCaseSource(nameof(Models))]
    public void A_model_holds_values_and_models_only(Type model)
    {
        foreach (FieldInfo field in model.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Assert.That(IsPlain(field.FieldType), Is.True, $"{model.Name}.{field.Name} is a {field.FieldType}");
        }
    }

    [TestCase(typeof(Microsoft.CodeAnalysis.ISymbol))]
    [TestCase(typeof(EquatableArray<DateTime>), TestName = "An array of other types")]
    [TestCase(typeof(object))]
    [TestCase(typeof(List<string>))]
    public void Other_types_are_no_models(Type type) => Assert.That(IsPlain(type), Is.False);

    private static bool IsPlain(Type type) =>
        type == typeof(string)
        || type == typeof(int)
        || type == typeof(bool)
        || (type.IsEnum && type.Assembly == typeof(PyventusGenerator).Assembly)
        || Models().Contains(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) && IsPlain(type.GetGenericArguments()[0]));
}
