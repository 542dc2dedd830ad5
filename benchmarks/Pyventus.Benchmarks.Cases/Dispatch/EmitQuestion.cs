namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary><c>Emit</c> of one event with a payload to N static handlers, beside the ways to do it by hand.</summary>
internal static class EmitQuestion
{
    public const string Name = "emit";
    public const string Direct = "direct calls";
    public const string Multicast = "multicast delegate";
    public const string Dictionary = "Dictionary and array";
    public const string Event = "C# event";
    public const string FrozenDictionary = "FrozenDictionary and array";
    public const string InlinableDirect = "direct calls, inlinable handlers";
    public const string Emit = "Emit";
    public const string InlinableEmit = "Emit, inlinable handlers";
    public const string Converted = "Emit, an argument that converts";
    public const string ContainerLinker = "Emit, a container's linker";
    public const string AnyName = "Emit, run-time name";
    public const string LastName = "Emit, run-time name used last";
    public const string Changed = "Emit, changed at run time";

    /// <summary>The sizes of the plot; tables have those of <see cref="Sizes"/>.</summary>
    public static readonly int[] PlotSizes = [0, 1, 2, 4, 8, 16, 32];

    public static readonly int[] Sizes = [1, 4, 16];

    public static Question Create() => new(Name, "Emit to N synchronous handlers", "N", CreateCases);

    public static Case CreateCase(string question, string variant, int size, Action<int> run, Func<long> getSum, bool isBaseline = false) => new()
    {
        Question = question,
        Variant = variant,
        Size = size,
        IsBaseline = isBaseline,
        RunAsync = Case.Synchronously(run),
        GetSum = getSum,
        SumPerOperation = size * Case.Value,
    };

    public static Action<int> GetDirect(int size) => size switch
    {
        0 => DirectLoops.Call0,
        1 => DirectLoops.Call1,
        2 => DirectLoops.Call2,
        4 => DirectLoops.Call4,
        8 => DirectLoops.Call8,
        16 => DirectLoops.Call16,
        _ => DirectLoops.Call32,
    };

    public static Action<int> GetEmit(EmitLoops loops, int size) => size switch
    {
        0 => loops.Emit0,
        1 => loops.Emit1,
        2 => loops.Emit2,
        4 => loops.Emit4,
        8 => loops.Emit8,
        16 => loops.Emit16,
        _ => loops.Emit32,
    };

    private static List<Case> CreateCases()
    {
        var emitter = new AsyncEventEmitter();
        var loops = new EmitLoops(emitter);
        var inlinable = new InlinableEmitLoops(emitter);
        var converted = new ConvertedEmitLoops(emitter);

        // A container makes such a linker: the compile-time handlers, in an instance of its own.
        var ownLinker = new EmitLoops(new AsyncEventEmitter(new EventEmitterOptions { Linker = new EventLinker() }));
        var changedLinker = new EventLinker();
        var changed = new ChangedEmitLoops(new AsyncEventEmitter(new EventEmitterOptions { Linker = changedLinker }));

        List<Case> cases = [];
        foreach (int size in PlotSizes)
        {
            var delegates = new DelegateLoops(size);
            Add(Direct, size, GetDirect(size), isBaseline: true);
            Add(Multicast, size, delegates.Multicast);
            Add(Dictionary, size, delegates.Dictionary);
            Add(Emit, size, GetEmit(loops, size));
            if (!Sizes.Contains(size))
            {
                continue;
            }

            Add(Event, size, delegates.Event);
            Add(FrozenDictionary, size, delegates.FrozenDictionary);
            AddInlinable(InlinableDirect, size, size switch { 1 => InlinableLoops.Call1, 4 => InlinableLoops.Call4, _ => InlinableLoops.Call16 });
            AddInlinable(InlinableEmit, size, size switch { 1 => inlinable.Emit1, 4 => inlinable.Emit4, _ => inlinable.Emit16 });
            Add(Converted, size, size switch { 1 => converted.Emit1, 4 => converted.Emit4, _ => converted.Emit16 });
            Add(ContainerLinker, size, GetEmit(ownLinker, size));
            var names = new RunTimeNameLoops(emitter, size);
            Add(AnyName, size, names.EmitAny);
            Add(LastName, size, names.EmitLastUsed);
            changedLinker.Subscribe($"changed.{size}", SyncHandlers.All[size - 1]);
            Add(Changed, size, size switch { 1 => changed.Emit1, 4 => changed.Emit4, _ => changed.Emit16 });
        }

        return cases;

        void Add(string variant, int size, Action<int> run, bool isBaseline = false) =>
            cases.Add(CreateCase(Name, variant, size, run, static () => SyncHandlers.Sum, isBaseline));

        void AddInlinable(string variant, int size, Action<int> run) =>
            cases.Add(CreateCase(Name, variant, size, run, static () => InlinableHandlers.Sum));
    }
}
