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
            HasServices = events.Any(static model => model.Handlers.Any(static handler => handler.UsesServices)),
            ContentHash = hash.ToString(),
        };
    }

    private static SectionModel CreateSection(EventModel[] events)
    {
        var entries = events
            .OrderBy(static model => model.Key.Name is null)
            .ThenBy(static model => model.Key.Name ?? model.Key.Type!.ShortName, StringComparer.Ordinal)
            .ThenBy(static model => model.Key.Identity, StringComparer.Ordinal)
            .Select(static model => new TableEntryModel
            {
                Name = model.Key.Name ?? model.Key.Type!.ShortName,
                Identifier = model.Identifier,
                IsOpen = model.IsOpen,
            });
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
            hash.Add(handler.Id).Add(handler.Order).Add(Flags(handler)).Add((int)handler.Returns);
            AddExtras(hash, handler);
        }
    }

    private static int Flags(HandlerCallModel handler) =>
        (handler.IsOnce ? 1 : 0) + (handler.ForceAsync ? 2 : 0) + (handler.IsMatched ? 4 : 0) + (handler.IncludesDerived ? 8 : 0);

    // What a handler does not have leaves the hash as it is.
    private static void AddExtras(StableHash hash, HandlerCallModel handler)
    {
        if (handler.MemberIndex > 0)
        {
            hash.Add(handler.MemberIndex);
        }

        foreach (ParameterModel parameter in handler.Parameters.Where(static parameter => parameter.Service is not null))
        {
            AddTo(hash, parameter.Service!);
        }

        if (handler.Class is { } handlerClass)
        {
            hash.Add(handlerClass.Constructor ?? "");
            foreach (ServiceModel service in handlerClass.Parameters)
            {
                AddTo(hash, service);
            }
        }

        AddTo(hash, "success", handler.OnSuccess);
        AddTo(hash, "failure", handler.OnFailure);
    }

    private static void AddTo(StableHash hash, ServiceModel service) =>
        hash.Add(service.Type.MetadataName).Add(service.Key ?? "").Add(service.IsOptional ? 1 : 0).Add(service.Default?.Code ?? "");

    private static void AddTo(StableHash hash, string kind, CallbackModel? callback)
    {
        if (callback is null)
        {
            return;
        }

        hash.Add(kind).Add(callback.Method).Add((int)callback.Returns);
        foreach (CallbackParameterModel parameter in callback.Parameters)
        {
            hash.Add(parameter.Type.MetadataName);
        }
    }
}
