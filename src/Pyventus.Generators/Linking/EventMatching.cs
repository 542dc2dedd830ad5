using System.Collections.Immutable;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Linking;

/// <summary>
/// Adds to the handlers that name an event those that get it through a pattern or a base type: the runtime need not look
/// for them, and an event's fan-out calls them too.
/// </summary>
internal sealed class EventMatching
{
    private readonly ILookup<string, (string[] Segments, LinkedEvent Event)> _patterns;
    private readonly Dictionary<(string Linker, string Type), LinkedEvent> _baseTypes;

    public EventMatching(IReadOnlyCollection<LinkedEvent> events)
    {
        _patterns = events
            .Where(static item => item.Key.IsPattern)
            .ToLookup(static item => item.Linker.MetadataName, static item => (EventPatterns.Split(item.Key.Name!), item), StringComparer.Ordinal);
        _baseTypes = events
            .Where(static item => item.Key.Type is not null && item.Handlers.Any(static handler => handler.IncludeDerived))
            .ToDictionary(static item => (item.Linker.MetadataName, item.Key.Type!.MetadataName));
    }

    /// <summary>The handlers of the event as it lists them, in the order in which they run, each once.</summary>
    public EquatableArray<HandlerCallModel> GetHandlers(LinkedEvent item)
    {
        var handlers = item.Handlers.ToDictionary(static handler => handler.Call.Id, handler => Name(handler, item.Key), StringComparer.Ordinal);
        foreach (HandlerModel handler in GetMatching(item).Where(handler => !handlers.ContainsKey(handler.Call.Id)))
        {
            handlers[handler.Call.Id] = handler with { Call = handler.Call with { IsMatched = true } };
        }

        return ImmutableArray.CreateRange(handlers.Values.OrderBy(static handler => handler, HandlerOrder.Instance).Select(static handler => handler.Call));
    }

    // Its place among the members would change files of events that nobody else looks into.
    private static HandlerModel Name(HandlerModel handler, EventKeyModel key)
    {
        bool includesDerived = key.Type is not null && handler.IncludeDerived;
        return includesDerived || key.IsPattern
            ? handler with { Call = handler.Call with { IncludesDerived = includesDerived, MemberIndex = handler.MemberIndex } }
            : handler;
    }

    private IEnumerable<HandlerModel> GetMatching(LinkedEvent item)
    {
        if (item.Key.IsPattern)
        {
            yield break;
        }

        string[]? segments = item.Key.Name is { } name ? EventPatterns.Split(name) : null;
        foreach ((string[] wanted, LinkedEvent pattern) in _patterns[item.Linker.MetadataName])
        {
            if (segments is null ? pattern.Key.Name != EventPatterns.All : !EventPatterns.Matches(wanted, segments))
            {
                continue;
            }

            foreach (HandlerModel handler in pattern.Handlers.Where(handler => ContractBuilder.TakesLeadingPart(ContractBuilder.GetPayload(handler), item.Contract)))
            {
                yield return handler;
            }
        }

        foreach (string type in item.Key.BaseTypes)
        {
            if (_baseTypes.TryGetValue((item.Linker.MetadataName, type), out LinkedEvent? baseEvent))
            {
                // What takes an object of the base type takes one of this type.
                foreach (HandlerModel handler in baseEvent.Handlers.Where(static handler => handler.IncludeDerived))
                {
                    yield return handler;
                }
            }
        }
    }
}
