using System.Collections.Immutable;
using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>Collects what the handlers of the events need of a service provider.</summary>
internal static class ServicesBuilder
{
    public static ServicesModel Build(EquatableArray<EventModel> events, CancellationToken cancellationToken)
    {
        var classes = new SortedDictionary<(string, string), ServicesClassModel>(ByOrdinal.Instance);
        var handlers = new SortedDictionary<(string, string), ServicesHandlerModel>(ByOrdinal.Instance);
        foreach (EventModel model in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (HandlerCallModel handler in model.Handlers.Where(static handler => handler.UsesServices))
            {
                handlers[(model.Linker.MetadataName, handler.Id)] = CreateHandler(model.Linker, handler);
                if (handler.Class is { } handlerClass)
                {
                    classes[(model.Linker.MetadataName, handlerClass.Type.MetadataName)] = new ServicesClassModel { Linker = model.Linker, Class = handlerClass };
                }
            }
        }

        return new ServicesModel
        {
            Classes = ImmutableArray.CreateRange(classes.Values),
            Handlers = ImmutableArray.CreateRange(handlers.Values),
        };
    }

    private static ServicesHandlerModel CreateHandler(TypeModel linker, HandlerCallModel handler) => new()
    {
        Linker = linker,
        Id = handler.Id,
        Class = handler.Class?.Type,
        Services = ImmutableArray.CreateRange(handler.Parameters.Select(static parameter => parameter.Service).OfType<ServiceModel>()),
    };

    private sealed class ByOrdinal : IComparer<(string First, string Second)>
    {
        public static ByOrdinal Instance { get; } = new();

        public int Compare((string First, string Second) left, (string First, string Second) right)
        {
            int result = string.CompareOrdinal(left.First, right.First);
            return result != 0 ? result : string.CompareOrdinal(left.Second, right.Second);
        }
    }
}
