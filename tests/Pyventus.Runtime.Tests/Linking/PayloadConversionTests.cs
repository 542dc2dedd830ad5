namespace Pyventus.Runtime.Tests;

/// <summary>
/// The implicit conversions against those of C#: the table's lambdas compile because C# has the conversion, and say what
/// it gives. What is not in the table must not exist.
/// </summary>
public sealed class PayloadConversionTests
{
    private static readonly Type[] _numbers =
    [
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(nint), typeof(nuint), typeof(char), typeof(float), typeof(double), typeof(decimal),
    ];

    private static readonly ImplicitConversion[] _widening =
    [
        .. From<sbyte>([sbyte.MinValue, -1, sbyte.MaxValue], To<sbyte, short>(v => v), To<sbyte, int>(v => v), To<sbyte, long>(v => v), To<sbyte, nint>(v => v), To<sbyte, float>(v => v), To<sbyte, double>(v => v), To<sbyte, decimal>(v => v)),
        .. From<byte>([0, byte.MaxValue], To<byte, short>(v => v), To<byte, ushort>(v => v), To<byte, int>(v => v), To<byte, uint>(v => v), To<byte, long>(v => v), To<byte, ulong>(v => v), To<byte, nint>(v => v), To<byte, nuint>(v => v), To<byte, float>(v => v), To<byte, double>(v => v), To<byte, decimal>(v => v)),
        .. From<short>([short.MinValue, short.MaxValue], To<short, int>(v => v), To<short, long>(v => v), To<short, nint>(v => v), To<short, float>(v => v), To<short, double>(v => v), To<short, decimal>(v => v)),
        .. From<ushort>([0, ushort.MaxValue], To<ushort, int>(v => v), To<ushort, uint>(v => v), To<ushort, long>(v => v), To<ushort, ulong>(v => v), To<ushort, nint>(v => v), To<ushort, nuint>(v => v), To<ushort, float>(v => v), To<ushort, double>(v => v), To<ushort, decimal>(v => v)),
        .. From<int>([int.MinValue, 16_777_217, int.MaxValue], To<int, long>(v => v), To<int, nint>(v => v), To<int, float>(v => v), To<int, double>(v => v), To<int, decimal>(v => v)),
        .. From<uint>([0, uint.MaxValue], To<uint, long>(v => v), To<uint, ulong>(v => v), To<uint, nuint>(v => v), To<uint, float>(v => v), To<uint, double>(v => v), To<uint, decimal>(v => v)),
        .. From<long>([long.MinValue, 9_007_199_254_740_993, long.MaxValue], To<long, float>(v => v), To<long, double>(v => v), To<long, decimal>(v => v)),
        .. From<ulong>([0, 9_007_199_254_740_993, ulong.MaxValue], To<ulong, float>(v => v), To<ulong, double>(v => v), To<ulong, decimal>(v => v)),
        .. From<nint>([int.MinValue, -1, int.MaxValue], To<nint, long>(v => v), To<nint, float>(v => v), To<nint, double>(v => v), To<nint, decimal>(v => v)),
        .. From<nuint>([0, uint.MaxValue], To<nuint, ulong>(v => v), To<nuint, float>(v => v), To<nuint, double>(v => v), To<nuint, decimal>(v => v)),
        .. From<char>(['\0', 'x', char.MaxValue], To<char, ushort>(v => v), To<char, int>(v => v), To<char, uint>(v => v), To<char, long>(v => v), To<char, ulong>(v => v), To<char, nint>(v => v), To<char, nuint>(v => v), To<char, float>(v => v), To<char, double>(v => v), To<char, decimal>(v => v)),
        .. From<float>([float.MinValue, 0.1f, float.NaN, float.PositiveInfinity], To<float, double>(v => v)),
    ];

    [Test]
    public void Every_numeric_conversion_of_CSharp_exists_and_gives_the_same_value()
    {
        foreach (ImplicitConversion conversion in _widening)
        {
            Assert.That(PayloadConversion.Exists(conversion.Source, conversion.Target), $"{conversion}");
            foreach ((object value, object expected) in conversion.Values)
            {
                object? converted = PayloadConversion.Convert(value, conversion.Target);
                Assert.That(converted, Is.TypeOf(conversion.Target), $"{conversion}");
                Assert.That(converted!.Equals(expected), $"{conversion}: {value} became {converted} instead of {expected}");
            }
        }
    }

    [Test]
    public void No_other_numeric_conversion_exists()
    {
        foreach (Type source in _numbers)
        {
            foreach (Type target in _numbers)
            {
                bool expected = source == target || Array.Exists(_widening, conversion => conversion.Source == source && conversion.Target == target);
                Assert.That(PayloadConversion.Exists(source, target), Is.EqualTo(expected), $"{source} to {target}");
                Assert.That(PayloadConversion.Exists(source, Nullable(target)), Is.EqualTo(expected), $"{source} to {target}?");
                Assert.That(PayloadConversion.Exists(Nullable(source), Nullable(target)), Is.EqualTo(expected), $"{source}? to {target}?");
                Assert.That(PayloadConversion.Exists(Nullable(source), target), Is.False, $"{source}? to {target}");
            }
        }
    }

    [Test]
    public void Lifted_conversions_pass_null_on_and_widen_values()
    {
        foreach (ImplicitConversion conversion in _widening)
        {
            Type target = Nullable(conversion.Target);
            Assert.That(PayloadConversion.Convert(null, target), Is.Null);
            foreach ((object value, object expected) in conversion.Values)
            {
                Assert.That(PayloadConversion.Convert(value, target), Is.TypeOf(conversion.Target));
                Assert.That(PayloadConversion.Convert(value, target)!.Equals(expected), $"{conversion}");
            }
        }
    }

    [TestCase(typeof(string), typeof(object))]
    [TestCase(typeof(string), typeof(IEnumerable<char>))]
    [TestCase(typeof(string), typeof(IComparable))]
    [TestCase(typeof(ArgumentNullException), typeof(ArgumentException))]
    [TestCase(typeof(List<string>), typeof(IEnumerable<object>), Description = "variance")]
    [TestCase(typeof(Action<object>), typeof(Action<string>), Description = "variance")]
    [TestCase(typeof(string[]), typeof(object[]), Description = "covariance")]
    [TestCase(typeof(int[]), typeof(IReadOnlyList<int>))]
    [TestCase(typeof(int[]), typeof(Array))]
    [TestCase(typeof(IComparable), typeof(object))]
    [TestCase(typeof(int), typeof(object), Description = "boxing")]
    [TestCase(typeof(int), typeof(ValueType), Description = "boxing")]
    [TestCase(typeof(int), typeof(IComparable<int>), Description = "boxing")]
    [TestCase(typeof(int?), typeof(object), Description = "boxing")]
    [TestCase(typeof(int?), typeof(IComparable), Description = "boxing")]
    [TestCase(typeof(DayOfWeek), typeof(Enum), Description = "boxing")]
    [TestCase(typeof(DayOfWeek), typeof(DayOfWeek?))]
    [TestCase(typeof(DayOfWeek?), typeof(IFormattable), Description = "boxing")]
    [TestCase(typeof(DateTime), typeof(DateTime?))]
    public void Reference_boxing_and_nullable_conversions_exist(Type source, Type target)
    {
        Assert.That(PayloadConversion.Exists(source, target));
        Assert.That(PayloadConversion.Exists(source, source));
    }

    [TestCase(typeof(object), typeof(string))]
    [TestCase(typeof(ArgumentException), typeof(ArgumentNullException))]
    [TestCase(typeof(object), typeof(int), Description = "unboxing is explicit")]
    [TestCase(typeof(int), typeof(string))]
    [TestCase(typeof(string), typeof(int))]
    [TestCase(typeof(int), typeof(bool))]
    [TestCase(typeof(bool), typeof(int))]
    [TestCase(typeof(DayOfWeek), typeof(int))]
    [TestCase(typeof(int), typeof(DayOfWeek))]
    [TestCase(typeof(DayOfWeek), typeof(long?))]
    [TestCase(typeof(DayOfWeek), typeof(ConsoleColor))]
    [TestCase(typeof(int), typeof(IComparable<long>))]
    [TestCase(typeof(int?), typeof(IComparable<long>))]
    [TestCase(typeof(DateTime), typeof(DateTimeOffset), Description = "a conversion the user defined")]
    [TestCase(typeof(int), typeof(System.Numerics.BigInteger), Description = "a conversion the user defined")]
    [TestCase(typeof(List<int>), typeof(IEnumerable<object>), Description = "no variance over values")]
    [TestCase(typeof(List<int>), typeof(IEnumerable<long>))]
    [TestCase(typeof(int[]), typeof(long[]))]
    [TestCase(typeof(int[]), typeof(object[]))]
    [TestCase(typeof(int[]), typeof(uint[]), Description = "the run-time allows it, C# does not")]
    [TestCase(typeof(DayOfWeek[]), typeof(int[]), Description = "the run-time allows it, C# does not")]
    [TestCase(typeof(int[]), typeof(IEnumerable<uint>), Description = "the run-time allows it, C# does not")]
    [TestCase(typeof(int[][]), typeof(uint[][]), Description = "the run-time allows it, C# does not")]
    [TestCase(typeof(int[,]), typeof(int[]))]
    public void What_CSharp_converts_explicitly_or_not_at_all_does_not_exist(Type source, Type target) =>
        Assert.That(PayloadConversion.Exists(source, target), Is.False);

    private static Type Nullable(Type type) => typeof(Nullable<>).MakeGenericType(type);

    private static (Type Target, Func<TSource, object> Convert) To<TSource, TTarget>(Func<TSource, TTarget> convert) =>
        (typeof(TTarget), value => convert(value)!);

    private static IEnumerable<ImplicitConversion> From<TSource>(TSource[] values, params (Type Target, Func<TSource, object> Convert)[] conversions) =>
        conversions.Select(conversion => new ImplicitConversion(typeof(TSource), conversion.Target, [.. values.Select(value => ((object)value!, conversion.Convert(value)))]));
}
