namespace Pyventus;

/// <summary>What an emission that was started on an executor is counted by.</summary>
internal interface IEmissionCounter
{
    /// <summary>The emission has ended: it is counted out, and then those go on who await it.</summary>
    void End(EventEmission emission);
}
