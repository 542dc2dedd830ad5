namespace Pyventus.Conformance;

/// <summary>A service that keeps what it is given until the test says what becomes of it.</summary>
internal sealed class HandDrainedService : IProcessingService
{
    public List<EventEmission> Emissions { get; } = [];

    /// <summary>What the next submission throws, if anything.</summary>
    public Exception? Refusal { get; set; }

    public void Submit(EventEmission emission)
    {
        if (Refusal is { } refusal)
        {
            Refusal = null;
            throw refusal;
        }

        Emissions.Add(emission);
    }

    /// <summary>Takes the emission that was submitted first.</summary>
    public EventEmission Take()
    {
        EventEmission first = Emissions[0];
        Emissions.RemoveAt(0);
        return first;
    }

    /// <summary>Executes everything in order, nested emissions included.</summary>
    public async Task DrainAsync()
    {
        while (Emissions.Count > 0)
        {
            await Take().ExecuteAsync();
        }
    }
}
