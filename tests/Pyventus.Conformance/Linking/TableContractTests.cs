using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>One event with handlers in two assemblies, each compiled with a contract of its own.</summary>
public sealed class TableContractTests
{
    private static readonly List<string> _calls = [];

    private readonly AsyncEventEmitter _numbers = new(new EventEmitterOptions { Linker = new NumberLinker() });
    private readonly AsyncEventEmitter _names = new(new EventEmitterOptions { Linker = new NameLinker() });

    [OneTimeSetUp]
    public static void RegisterTables()
    {
        Number<long>("A", "n");
        Number<int>("B", "n");
        Number<int>("A", "m");
        Number<long>("B", "m");
        LinkerTable.Register(new TestTable("C", typeof(NameLinker), new TestTableEvent<Payload<string>>("n", 1, "C!n", name => _calls.Add($"C {name.Item1}"))));
        LinkerTable.Register(new TestTable("D", typeof(NameLinker), new TestTableEvent<Payload<string>>("n", 0, "D!n", name => _calls.Add($"D {name.Item1}"), "guest")));
    }

    [SetUp]
    public void Clear() => _calls.Clear();

    [TearDown]
    public void Close()
    {
        _numbers.Dispose();
        _names.Dispose();
    }

    [TestCase("n", "A Int64 1", "B Int32 1")]
    [TestCase("m", "A Int32 1", "B Int64 1")]
    public async Task L10_The_contract_that_serves_all_assemblies_wins(string name, string first, string second)
    {
        (await _numbers.EmitAsync(name, 1)).ThrowIfFailed();
        (await _numbers.EmitAsync(name, (short)1)).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo([first, second, first, second]));
        Assert.That(() => _numbers.Emit(name, 1L), Throws.InstanceOf<EventSignatureException>().With.Message.Contains("expects (int)"), "one handler takes no long");
    }

    [Test]
    public async Task L10_What_is_optional_in_one_assembly_is_optional()
    {
        (await _names.EmitAsync("n")).ThrowIfFailed();
        (await _names.EmitAsync("n", "Ada")).ThrowIfFailed();
        Assert.That(_calls, Is.EqualTo(["C guest", "D guest", "C Ada", "D Ada"]));
    }

    private static void Number<T>(string assembly, string name) => LinkerTable.Register(
        new TestTable(assembly, typeof(NumberLinker), new TestTableEvent<Payload<T>>(name, 1, $"{assembly}!{name}", number => _calls.Add($"{assembly} {typeof(T).Name} {number.Item1}"))));

    private sealed class NumberLinker : EventLinker;

    private sealed class NameLinker : EventLinker;
}
