using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>Turns the events of the assembly into its table.</summary>
internal static class TableBuilder
{
    public static TableModel Build(EquatableArray<EventModel> events, CancellationToken cancellationToken)
    {
        var hash = new StableHash();
        foreach (EventModel model in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddTo(hash, model);
        }

        return new TableModel
        {
            Sections = ImmutableArray.CreateRange(events
                .GroupBy(static model => model.Linker.MetadataName, StringComparer.Ordinal)
                .OrderBy(static section => section.Key, StringComparer.Ordinal)
                .Select(static section => CreateSection([.. section]))),
            ContentHash = hash.ToString(),
        };
    }

    private static SectionModel CreateSection(EventModel[] events)
    {
        var entries = events
            .OrderBy(static model => model.Key.Name is null)
            .ThenBy(static model => model.Key.Name ?? model.Key.Type!.ShortName, StringComparer.Ordinal)
            .ThenBy(static model => model.Key.Identity, StringComparer.Ordinal)
            .Select(static model => new TableEntryModel { Name = model.Key.Name ?? model.Key.Type!.ShortName, Identifier = model.Identifier });
        return new SectionModel
        {
            Linker = events[0].Linker,
            Entries = ImmutableArray.CreateRange(entries),
            NamedCount = events.Count(static model => model.Key.Name is not null),
        };
    }

    private static void AddTo(StableHash hash, EventModel model)
    {
        hash.Add(model.Linker.MetadataName).Add(model.Key.Identity).Add(model.RequiredCount).Add(model.Contract.Count);
        foreach (ContractParameterModel parameter in model.Contract)
        {
            hash.Add(parameter.Type.MetadataName).Add(parameter.Default?.Code ?? "");
        }

        if (model.Declaration is not null)
        {
            hash.Add("declared");
        }

        foreach (HandlerCallModel handler in model.Handlers)
        {
            hash.Add(handler.Id).Add(handler.Order).Add((handler.IsOnce ? 1 : 0) + (handler.ForceAsync ? 2 : 0)).Add((int)handler.Returns);
        }
    }
}
