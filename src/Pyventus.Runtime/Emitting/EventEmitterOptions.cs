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
            EmitterServices = value is null ? null : new EmitterServices(value);
        }
    }

    /// <summary>Which scope of <see cref="Services"/> handlers get their services from; without services it has no effect.</summary>
    public HandlerScope HandlerScope
    {
        get => (HandlerScope)_handlerScope;
        init
        {
            _handlerScope = (int)value;
            AllowSequential(value == HandlerScope.Caller);
        }
    }

    /// <summary>What a failing handler means for the others and for the caller of <c>EmitAsync</c>.</summary>
    public ErrorPolicy ErrorPolicy
    {
        get => (ErrorPolicy)_errorPolicy;
        init
        {
            _errorPolicy = (int)value;
            AllowSequential(value == ErrorPolicy.StopOnFirst);
        }
    }

    /// <summary>Whether the asynchronous handlers of an emission overlap.</summary>
    public FanOut FanOut
    {
        get => (FanOut)_fanOut;
        init
        {
            _fanOut = (int)value;
            AllowSequential(value == FanOut.Sequential);
        }
    }

    /// <summary>The clock of <see cref="EventContext.Timestamp"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    // Asked first: code that mentions the type of the factory loads its assembly, which has a price at start-up.
    internal bool HasLoggerFactory { get; private init; }

    /// <summary>The <see cref="Services"/>, if there are any.</summary>
    internal EmitterServices? EmitterServices { get; private init; }

    /// <summary>Whether the handlers of an emission run one after the other.</summary>
    internal bool RunsSequentially => FanOut == FanOut.Sequential || ErrorPolicy == ErrorPolicy.StopOnFirst || HandlerScope == HandlerScope.Caller;

    /// <summary>
    /// Makes what runs the handlers of an emission one after the other; null where no option asked for it. Set by those that
    /// do, so that native programs without these do not contain it; stays where one that was set twice asks no more.
    /// </summary>
    internal Func<EventEmitter, IProcessingService, EmissionSubmitter>? CreateSubmitter { get; private set; }

    private void AllowSequential(bool isAsked)
    {
        if (isAsked)
        {
            CreateSubmitter = static (emitter, processor) => new EmissionSubmitter(emitter, processor);
        }
    }
}
