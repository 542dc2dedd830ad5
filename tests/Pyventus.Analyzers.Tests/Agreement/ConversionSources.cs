namespace Pyventus.Analyzers.Tests.Agreement;

/// <summary>Programs that ask, of each of many types, whether its values convert to each of the others.</summary>
internal static class ConversionSources
{
    private const string Declarations = """
        public interface IShape { }
        public struct Point : IShape { public int X { get; set; } }
        public class Base : IShape { }
        public class Derived : Base, IEnumerable<string>
        {
            public IEnumerator<string> GetEnumerator() => throw new NotSupportedException();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        public enum Wide : long { None }
        public struct Meters { public static implicit operator double(Meters value) => 0; public static implicit operator Meters(int value) => default; }
        public class Text { public static implicit operator string(Text value) => ""; public static implicit operator Text(string value) => new(); }
        """;

    /// <summary>The types, as C# writes them.</summary>
    public static string[] Types { get; } =
    [
        "bool", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "char", "float", "double", "decimal", "nint", "nuint",
        "bool?", "byte?", "int?", "long?", "char?", "double?", "decimal?", "nint?", "nuint?",
        "DayOfWeek", "DayOfWeek?", "Wide", "DateTime", "DateTime?", "Guid", "Point", "Point?", "Meters", "Meters?", "ArraySegment<string>", "ArraySegment<string>?",
        "object", "dynamic", "ValueType", "Enum", "Array", "Delegate", "string", "Exception", "ArgumentException", "Base", "Derived", "Text", "Task", "Task<int>",
        "IShape", "IDisposable", "IComparable", "IConvertible", "IFormattable", "IComparable<int>", "IComparable<object>", "IComparable<string>", "IEquatable<Guid>",
        "System.Collections.IEnumerable", "IEnumerable<object>", "IEnumerable<string>", "IEnumerable<int>", "IReadOnlyList<object>", "IList<object>", "IList<string>",
        "List<object>", "List<dynamic>", "List<string>", "List<int>", "Dictionary<string, int>",
        "object[]", "string[]", "Derived[]", "int[]", "uint[]", "DayOfWeek[]", "long[]", "nint[]", "int[,]", "string[][]", "int[][]", "uint[][]", "IEnumerable<object>[]",
        "IList<int>", "IEnumerable<uint>", "IEnumerable<int[]>", "IEnumerable<DayOfWeek>", "List<uint[]>",
        "Action", "Action<object>", "Action<string>", "Func<object>", "Func<string>", "Func<int>", "Func<int[]>", "Func<uint[]>",
        "(int, string)", "(int Id, string Name)", "(long, object)", "(int, string)?", "(long Id, object Name)?", "IEquatable<(int, string)>",
    ];

    /// <summary>A pair as messages write it.</summary>
    public static string Describe(int source, int target) => $"{Types[source]} -> {Types[target]}";

    /// <summary>One assignment a line, which the compiler accepts or not; what is dynamic is an object, bound now and not at run time.</summary>
    public static string Assignments() => OfPairs(
        static (source, target) => $"static void Handle({(Types[source] == "dynamic" ? "object" : Types[source])} source) {{ {Types[target]} target = source; }}");

    /// <summary>One emission a line, of an event whose handler takes the target.</summary>
    public static string Emissions() => OfPairs(
        static (source, target) => $"""static void Handle(EventEmitter emitter) => emitter.Emit<{Types[source]}>("e{target}", default!);""",
        string.Concat(Types.Select(static (type, index) => $"[On(\"e{index}\")] internal static void Handle{index}({type} target) {{ }}\n")));

    /// <summary>One handler a line, of an event whose contract begins with the source.</summary>
    /// <param name="canJoin">Whether the handler leaves the contract as it is.</param>
    public static string Handlers(Func<int, int, bool> canJoin) => OfPairs(
        (source, target) => canJoin(source, target) ? $$"""[On("e{{source}}")] internal static void Handle({{Types[target]}} target) { }""" : "",
        string.Concat(Types.Select(static (type, index) => $"[On(\"e{index}\")] internal static void First{index}({type} source, int other) {{ }}\n")));

    /// <summary>A program that emits each source, under a name that is no constant, to a delegate that takes the target.</summary>
    public static string Program() => $$"""
        public static class Program
        {
            private static readonly EventLinker _linker = EventLinker.CreateEmpty();
            private static readonly EventEmitter _emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = _linker });
            private static int _calls;

            public static bool[][] Run()
            {
                {{string.Join("\n        ", Types.Select(static (type, index) => $"Subscribe<{type}>(\"{index}\");"))}}
                return
                [
                    {{string.Join("\n            ", Types.Select(static type => $"Emit<{type}>({Sample(type)}),"))}}
                ];
            }

            private static void Subscribe<T>(string name) => _linker.Subscribe<T>(name, (T _) => { _calls++; });

            private static bool[] Emit<T>(T value) => Enumerable.Range(0, {{Types.Length}}).Select(target => Fits(target.ToString(), value)).ToArray();

            private static bool Fits<T>(string name, T value)
            {
                int calls = _calls;
                try
                {
                    _emitter.Emit<T>(name, value);
                    return _calls == calls + 1 ? true : throw new InvalidOperationException($"{typeof(T)} was taken for {name} and not handled");
                }
                catch (EventSignatureException)
                {
                    return false;
                }
            }
        }

        {{Declarations}}
        """;

    // A nullable value that is not null has to be converted too.
    private static string Sample(string type) => type.EndsWith('?') ? $"default({type[..^1]})" : "default!";

    private static string OfPairs(Func<int, int, string> write, string members = "") => $$"""
        {{string.Join('\n', Enumerable.Range(0, Types.Length * Types.Length).Select(pair => $"static class Pair{pair} {{ {write(pair / Types.Length, pair % Types.Length)} }}"))}}
        internal static class Handlers
        {
            {{members}}
        }
        {{Declarations}}
        """;
}
