namespace Pyventus;

/// <summary>What a failing handler means for the others and for the caller of <c>EmitAsync</c>. <c>Emit</c> never throws a handler's exception.</summary>
public enum ErrorPolicy
{
    /// <summary>The others run; the failure is reported and part of the <see cref="EmissionResult"/>.</summary>
    Isolate,

    /// <summary>The others run; then <c>EmitAsync</c> throws an <see cref="AggregateException"/> of all failures.</summary>
    Aggregate,

    /// <summary>Handlers run one after another; the first failure ends the emission and <c>EmitAsync</c> rethrows it as it is.</summary>
    StopOnFirst,
}
