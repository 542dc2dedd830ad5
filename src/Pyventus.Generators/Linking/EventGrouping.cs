using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>Turns handlers, each with its events, and declarations into events, each with its contract and its handlers.</summary>
internal static class EventGrouping
{
    /// <summary>The events of the assembly by linker and key, whatever the order of the handlers and declarations.</summary>
    public static EquatableArray<EventModel> Group(
        ImmutableArray<HandlerModel> handlers, ImmutableArray<DeclarationModel> declarations, CancellationToken cancellationToken)
    {
        var groups = new SortedDictionary<string, HandlerGroup>(StringComparer.Ordinal);
        foreach (HandlerModel handler in handlers)
        {
            foreach (EventKeyModel key in handler.Events)
            {
                Find(groups, handler.Linker, key).Handlers.Add(handler);
            }
        }

        foreach (DeclarationModel declaration in declarations)
        {
            Find(groups, declaration.Linker, declaration.Event).Declarations.Add(declaration);
        }

        LinkedEvent[] linked = [.. groups.Values.Select(Link)];
        var matching = new EventMatching(linked);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var events = ImmutableArray.CreateBuilder<EventModel>(linked.Length);
        foreach ((string identity, LinkedEvent item) in groups.Keys.Zip(linked, static (identity, item) => (identity, item)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            events.Add(Create(item, matching.GetHandlers(item), CreateHash(identity, item.Key.DisplayName, names)));
        }

        return events.MoveToImmutable();
    }

    private static HandlerGroup Find(SortedDictionary<string, HandlerGroup> groups, TypeModel linker, EventKeyModel key)
    {
        string identity = linker.MetadataName + " " + key.Identity;
        if (!groups.TryGetValue(identity, out HandlerGroup group))
        {
            groups.Add(identity, group = new HandlerGroup(linker, key));
        }

        return group;
    }

    private static LinkedEvent Link(HandlerGroup group)
    {
        group.Handlers.Sort(HandlerOrder.Instance);
        var declared = DeclaredContract.Create(group.Declarations);
        (EquatableArray<ContractParameterModel> contract, ImmutableArray<HandlerModel> handlers) =
            group.Key.Type is { } type ? (CreateContract(group.Key, type, group.Handlers), [.. group.Handlers])
            : declared is not null ? (declared.Parameters, [.. group.Handlers.Where(declared.Accepts)])
            : ContractBuilder.Build(group.Handlers);
        return new LinkedEvent(group.Linker, group.Key, contract, declared?.Declaration, handlers);
    }

    private static EventModel Create(LinkedEvent item, EquatableArray<HandlerCallModel> handlers, string hash) => new()
    {
        Identifier = StableNames.ToIdentifier(item.Key.DisplayName) + "_" + hash,
        HintName = "Event." + StableNames.ToFileName(item.Key.DisplayName) + "." + hash + ".g.cs",
        Linker = item.Linker,
        Key = item.Key,
        Contract = item.Contract,
        RequiredCount = CountRequired(item.Contract),
        Declaration = item.Declaration,
        Handlers = handlers,
    };

    // An optional argument before a required one cannot be left out.
    private static int CountRequired(EquatableArray<ContractParameterModel> contract)
    {
        int count = contract.Count;
        while (count > 0 && contract[count - 1].Default is not null)
        {
            count--;
        }

        return count;
    }

    private static EquatableArray<ContractParameterModel> CreateContract(EventKeyModel key, TypeModel eventType, List<HandlerModel> handlers)
    {
        ParameterModel? named = handlers.Select(static handler => ContractBuilder.GetPayload(handler).FirstOrDefault()).FirstOrDefault(static parameter => parameter is not null);
        return ImmutableArray.Create(new ContractParameterModel { Name = named?.Name ?? "@event", Type = eventType, ConvertsTo = key.ConvertsTo, Default = null });
    }

    // Names that differ only in case or in characters that are replaced are kept apart by the hash, and equal hashes by
    // hashing again.
    private static string CreateHash(string identity, string displayName, HashSet<string> names)
    {
        string hash = StableHash.Short(identity);
        while (!names.Add(StableNames.ToIdentifier(displayName) + hash))
        {
            hash = StableHash.Short(identity + hash);
        }

        return hash;
    }

    private sealed class HandlerGroup(TypeModel linker, EventKeyModel key)
    {
        public TypeModel Linker { get; } = linker;

        public EventKeyModel Key { get; } = key;

        public List<HandlerModel> Handlers { get; } = [];

        public List<DeclarationModel> Declarations { get; } = [];
    }
}
