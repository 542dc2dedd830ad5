using Microsoft.Extensions.Logging;

namespace Pyventus;

/// <summary>How an emitter works; immutable.</summary>
public sealed class EventEmitterOptions
{
    internal static readonly EventEmitterOptions Default = new();

    // Numbers: the types of fields are loaded with this one, which every emitter's constructor mentions.
    private readonly int _handlerScope;
    private readonly int _errorPolicy;
    private readonly int _fanOut;

    /// <summary>The linker whose subscribers are run; null for <see cref="EventLinker.Default"/>.</summary>
    public EventLinker? Linker { get; init; }

    /// <summary>
    /// Whether each emission is shown with its subscribers, their order, the executor, durations and outcome: at level Debug
    /// of the logger, without one to the attached debugger, else to standard error. Null for "when a debugger is attached".
    /// </summary>
    public bool? Debug { get; init; }

    /// <summary>Makes the logger of category <c>Pyventus</c>; null for no logging.</summary>
    public ILoggerFactory? LoggerFactory
    {
        get;
        init
        {
            field = value;
            HasLoggerFactory = value is not null;
        }
    }

    /// <summary>
    /// Where the instances of instance handlers come from. A class it does not know, and any class when this is null, is
    /// created through its parameterless constructor, one instance per linker.
    /// </summary>
    public IServiceProvider? Services
    {
        get;
        init
        {
            field = value;
            HasServices = value is not null;
        }
    }

    /// <summary>Which scope of <see cref="Services"/> handlers get their services from; without services it has no effect.</summary>
    public HandlerScope HandlerScope
    {
        get => (HandlerScope)_handlerScope;
        init => _handlerScope = (int)value;
    }

    /// <summary>What a failing handler means for the others and for the caller of <c>EmitAsync</c>.</summary>
    public ErrorPolicy ErrorPolicy
    {
        get => (ErrorPolicy)_errorPolicy;
        init => _errorPolicy = (int)value;
    }

    /// <summary>Whether the asynchronous handlers of an emission overlap.</summary>
    public FanOut FanOut
    {
        get => (FanOut)_fanOut;
        init => _fanOut = (int)value;
    }

    /// <summary>The clock of <see cref="EventContext.Timestamp"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    // Asked first: code that mentions the types of factory and provider loads their assemblies, which has a price at start-up.
    internal bool HasLoggerFactory { get; private init; }

    internal bool HasServices { get; private init; }

    /// <summary>Whether the handlers of an emission run one after the other.</summary>
    internal bool RunsSequentially => FanOut == FanOut.Sequential || ErrorPolicy == ErrorPolicy.StopOnFirst || HandlerScope == HandlerScope.Caller;
}
