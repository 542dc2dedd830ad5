using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pyventus.CompilerBenchmarks;

/// <summary>A program of any number of files, each with a handler and five emit calls among ordinary code, and one without either.</summary>
internal static class SyntheticSolution
{
    private const string InterceptorsFeature = "InterceptorsNamespaces";
    private const string GeneratedNamespace = "Pyventus.Generated";

    // Every so many handlers name a constant.
    private const int NamedEvery = 10;

    /// <summary>The file with the constants that handlers name.</summary>
    public const string NamesPath = "Names.cs";

    /// <summary>The file with the base class of all that have handlers.</summary>
    public const string BasePath = "ServiceBase.cs";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Pyventus;
        """;

    /// <summary>How the sources are parsed.</summary>
    /// <param name="interceptors">Whether call sites are bound at compile time, as in builds, or not, as in editors.</param>
    public static CSharpParseOptions GetParseOptions(bool interceptors)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Parse);
        return interceptors ? options.WithFeatures([new(InterceptorsFeature, GeneratedNamespace)]) : options;
    }

    /// <summary>Every file with its name.</summary>
    /// <param name="count">How many have a handler and emit calls.</param>
    /// <param name="ordinaryCount">How many others have neither.</param>
    public static IEnumerable<(string Path, string Text)> GetFiles(int count, int ordinaryCount = 0) =>
    [
        ("GlobalUsings.cs", GlobalUsings),
        ("Program.cs", Plain),
        (NamesPath, $$"""
            namespace Synthetic;

            internal static class Names
            {
            {{string.Join("\n", Enumerable.Range(0, count / NamedEvery).Select(static number => $"    public const string Area{number * NamedEvery} = \"area{number * NamedEvery}.changed\";"))}}
            }
            """),
        (BasePath, """
            namespace Synthetic;

            internal abstract class ServiceBase
            {
                public virtual string Name => GetType().Name;
            }
            """),
        .. Enumerable.Range(0, count).Select(static number => (GetPath(number), GetService(number))),
        .. Enumerable.Range(0, ordinaryCount).Select(static number => ($"Ordinary{number}.cs", GetOrdinary(number))),
    ];

    /// <summary>The name of a file with a handler and emit calls.</summary>
    public static string GetPath(int number) => $"Service{number}.cs";

    /// <summary>Parses every file.</summary>
    public static CSharpCompilation Compile(int count, bool interceptors)
    {
        CSharpParseOptions options = GetParseOptions(interceptors);
        return CSharpCompilation.Create(
            "Synthetic",
            GetFiles(count).Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path, System.Text.Encoding.UTF8)),
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    // What this program runs on, and the runtime library.
    private static IEnumerable<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Pyventus.dll" or "mscorlib.dll" or "netstandard.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private const string Plain = """
        namespace Synthetic;

        internal static class Program
        {
            private static int Main(string[] args)
            {
                int total = 0;
                foreach (string arg in args)
                {
                    total += arg.Length + 1;
                }

                return total;
            }
        }
        """;

    private static string GetService(int number) => $$"""
        namespace Synthetic.Area{{number % 50}};

        internal sealed class Service{{number}}(EventEmitter emitter) : ServiceBase
        {
            private readonly Dictionary<int, string> _customers = new();
            private int _count;

            [On({{(number % NamedEvery == 0 ? $"Names.Area{number}" : $"\"area{number}.changed\"")}})]
            internal static void OnChanged(int id, string customer) => Console.WriteLine($"{id} of {customer} changed");

            public int Count => _count;

            public void Place(int id, string customer)
            {
                ArgumentException.ThrowIfNullOrEmpty(customer);
                _customers[id] = customer;
                int total = id + 1;
                emitter.Emit("area{{number}}.changed", id, customer);
                if (_customers.Count > 100)
                {
                    emitter.Emit("area{{(number + 1) % 10}}.changed", total, customer.Trim());
                }
            }

            public async Task<int> MoveAsync(int id, CancellationToken cancellationToken)
            {
                string customer = _customers.TryGetValue(id, out string? found) ? found : "nobody";
                await emitter.EmitAsync("area{{number}}.changed", id, customer, cancellationToken);
                await Task.Yield();
                EmissionResult result = await emitter.EmitAsync("area{{number}}.changed", id + 1, "moved", cancellationToken);
                return result.SubscriberCount;
            }

            public IReadOnlyList<string> Find(Func<string, bool> predicate)
            {
                List<string> names = _customers.Values.Where(predicate).OrderBy(static name => name, StringComparer.Ordinal).ToList();
                for (int index = 0; index < names.Count; index++)
                {
                    names[index] = names[index].ToUpperInvariant();
                    _count += names[index].Length > 3 ? 1 : 0;
                }

                return names;
            }

            public void Clear()
            {
                foreach ((int id, string customer) in _customers)
                {
                    emitter.Emit("area{{number}}.changed", id, customer);
                }

                _customers.Clear();
                Interlocked.Exchange(ref _count, 0);
            }
        }
        """;

    private static string GetOrdinary(int number) => $$"""
        namespace Synthetic.Area{{number % 50}};

        public sealed record Ordinary{{number}}Item(int Id, string Name, decimal Price, DateTimeOffset Added, IReadOnlyList<string> Tags);

        public interface IOrdinary{{number}}Store
        {
            Task<Ordinary{{number}}Item?> FindAsync(int id, CancellationToken cancellationToken);

            Task SaveAsync(Ordinary{{number}}Item item, CancellationToken cancellationToken);
        }

        public sealed class Ordinary{{number}}Catalog(IOrdinary{{number}}Store store)
        {
            private readonly Dictionary<int, Ordinary{{number}}Item> _items = new();

            public decimal Total => _items.Values.Sum(static item => item.Price);

            public async Task<Ordinary{{number}}Item> GetAsync(int id, CancellationToken cancellationToken)
            {
                if (_items.TryGetValue(id, out Ordinary{{number}}Item? known))
                {
                    return known;
                }

                Ordinary{{number}}Item item = await store.FindAsync(id, cancellationToken).ConfigureAwait(false)
                    ?? throw new KeyNotFoundException($"There is no item {id}.");
                _items[id] = item with { Tags = item.Tags.Where(static tag => tag.Length > 0).Distinct().ToList() };
                return _items[id];
            }

            public async Task RaiseAsync(decimal percentage, CancellationToken cancellationToken)
            {
                foreach (Ordinary{{number}}Item item in _items.Values.Where(item => item.Price > 0 && item.Added < DateTimeOffset.UtcNow).ToArray())
                {
                    Ordinary{{number}}Item raised = item with { Price = Math.Round(item.Price * (1 + (percentage / 100)), 2) };
                    await store.SaveAsync(raised, cancellationToken).ConfigureAwait(false);
                    _items[item.Id] = raised;
                }
            }

            public string Describe(int count) => string.Join(", ", _items.Values
                .OrderByDescending(static item => item.Price)
                .ThenBy(static item => item.Name, StringComparer.Ordinal)
                .Take(count)
                .Select(static item => $"{item.Name}: {item.Price:0.00}"));
        }
        """;
}
