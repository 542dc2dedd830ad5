using Pyventus.CompilerServices;

namespace Pyventus.Conformance;

/// <summary>A direct event of a list, in which each handler writes its id, as the generator writes it for plain static handlers.</summary>
internal sealed class PlainTableEvent(string name, params string[] ids)
    : TableEvent<Payload<List<string>>>(name, 1, ids.Length, isPlain: true)
{
    protected override TableHandler[] CreateHandlers() => Array.ConvertAll(ids, static id => new TableHandler(id, 0, TableHandlerTraits.None));

    public override bool IsDirect => true;

    public override object? RunDirect(EventEmitter emitter, Payload<List<string>> payload, object? state)
    {
        foreach (string id in ids)
        {
            payload.Item1.Add(id);
        }

        return state;
    }

    public override void FanOut(ref EmissionFrame frame, in Payload<List<string>> payload) => payload.Item1.AddRange(ids);

    public override ValueTask Invoke(int handler, ref EmissionFrame frame, in Payload<List<string>> payload)
    {
        payload.Item1.Add(ids[handler]);
        return default;
    }

    public override Delegate? GetAction(int handler) => (Action<List<string>>)(log => log.Add(ids[handler]));
}
