using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Pyventus.CompilerServices;

/// <summary>
/// One emission as its handlers' calls see it. It lives on the caller's stack; what has to outlive the call (a context, a
/// failure, an unfinished task) is created only when a handler asks for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EmissionFrame
{
    private readonly EventEmitter _emitter;

    // What knows the event, while there is no state: a slot, or an emission that was submitted.
    private readonly object? _origin;
    private readonly TableEvent? _fanOut;
    private readonly bool _hasCaller;
    private readonly bool _mayPend;
    private IServiceProvider? _services;
    private EmissionState? _state;
    private HandlerResult? _result;

    /// <summary>A frame whose state is created on demand.</summary>
    internal EmissionFrame(EventEmitter emitter, EventSlot slot, TableEvent? fanOut, bool hasCaller, CancellationToken cancellationToken, bool mayPend = false)
    {
        _hasCaller = hasCaller;
        _mayPend = mayPend;
        _emitter = emitter;
        _origin = slot;
        _fanOut = fanOut;
        CancellationToken = cancellationToken;
    }

    /// <summary>A frame of an emission that was submitted, whose state is created on demand.</summary>
    internal EmissionFrame(EventEmission emission, TableEvent? fanOut, CancellationToken cancellationToken)
    {
        _emitter = emission.Emitter;
        _origin = emission;
        _fanOut = fanOut;
        CancellationToken = cancellationToken;
    }

    /// <summary>A frame of an emission that has its state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="services">The provider or scope of the handler that is called.</param>
    internal EmissionFrame(EmissionState state, IServiceProvider? services)
    {
        _emitter = state.Emitter;
        _services = services;
        _state = state;
        CancellationToken = state.CancellationToken;
    }

    /// <summary>The token given to <c>EmitAsync</c>.</summary>
    public CancellationToken CancellationToken { get; }

    internal readonly EmissionState? ExistingState => _state;

    /// <summary>Whether the handlers may be run by a fan-out.</summary>
    internal readonly bool UsesFanOut => _fanOut is not null;

    internal readonly EventEmitter Emitter => _emitter;

    internal readonly IServiceProvider? Provider => _services ?? _emitter.Options.Services;

    internal EmissionState State => _state ??= CreateState();

    /// <summary>Whether the result of the next handler is wanted.</summary>
    internal bool WantsResult { readonly get; set; }

    /// <summary>The context of the emission.</summary>
    /// <typeparam name="TPayload">The payload of the emission.</typeparam>
    /// <param name="payload">The arguments of the emission.</param>
    public EventContext GetContext<TPayload>(in TPayload payload)
        where TPayload : struct, IPayload<TPayload> =>
        State.GetContext(in payload);

    /// <summary>The object that an instance handler is called on.</summary>
    /// <typeparam name="T">The class of the handler.</typeparam>
    /// <param name="factory">Calls the parameterless constructor, if the class has one.</param>
    /// <exception cref="InvalidOperationException">There is neither a service nor a constructor.</exception>
    public readonly T GetInstance<T>(Func<T>? factory)
        where T : class
    {
        if (Provider?.GetService(typeof(T)) is T service)
        {
            return service;
        }

        return factory is not null
            ? _emitter.Linker.GetInstance(factory)
            : throw new InvalidOperationException(
                $"There is no instance of '{typeof(T)}' to call its handler on: register it in the provider given as EventEmitterOptions.Services, or give it a parameterless constructor that is at least internal.");
    }

    /// <summary>The context of the emission, for a callback of a handler with the trait <see cref="TableHandlerTraits.TakesContext"/>.</summary>
    public readonly EventContext Context => _state!.Context;

    /// <summary>The provider of the handler that is called.</summary>
    /// <exception cref="InvalidOperationException">The emitter has no provider.</exception>
    public readonly IServiceProvider Services => Provider ?? throw new InvalidOperationException(
        "The handler takes a service and the emitter has no provider: set EventEmitterOptions.Services, or get the emitter from a container with AddPyventus.");

    /// <summary>A handler of the fan-out threw.</summary>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="exception">What it threw.</param>
    public void Failed(int handler, Exception exception) => State.Failed(_fanOut!.Handlers[handler].Id, exception);

    /// <summary>A handler of the fan-out returned a task.</summary>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="task">Its task.</param>
    public void Observe(int handler, Task task)
    {
        if (!NotNull(task).IsCompletedSuccessfully)
        {
            State.Observe(_fanOut!.Handlers[handler].Id, task);
        }
    }

    /// <summary>A handler of the fan-out returned a task.</summary>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="task">Its task.</param>
    public void Observe(int handler, ValueTask task)
    {
        if (task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult();
        }
        else
        {
            State.Observe(_fanOut!.Handlers[handler].Id, task);
        }
    }

    /// <summary>A handler of the fan-out returned a task; its result is not wanted.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="handler">The position of the handler.</param>
    /// <param name="task">Its task.</param>
    public void Observe<T>(int handler, ValueTask<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult();
        }
        else
        {
            State.Observe(_fanOut!.Handlers[handler].Id, new ValueTask(task.AsTask()));
        }
    }

    /// <summary>A handler returned a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="value">The result.</param>
    public ValueTask FromResult<T>(T value)
    {
        if (WantsResult)
        {
            _result = HandlerResult.Of(value);
        }

        return default;
    }

    /// <summary>A handler returned a task.</summary>
    /// <param name="task">Its task.</param>
    /// <exception cref="InvalidOperationException">The task is null.</exception>
    public static ValueTask FromTask(Task task) => new(NotNull(task));

    /// <summary>A handler returned a task with a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">Its task.</param>
    /// <exception cref="InvalidOperationException">The task is null.</exception>
    public ValueTask FromTask<T>(Task<T> task)
    {
        NotNull(task);
        if (WantsResult)
        {
            _result = HandlerResult.Of(task);
        }

        return new ValueTask(task);
    }

    /// <summary>A handler returned a task with a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="task">Its task.</param>
    public ValueTask FromValueTask<T>(ValueTask<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return FromResult(task.GetAwaiter().GetResult());
        }

        return FromTask(task.AsTask());
    }

    /// <summary>The result of the handler called last, if it was wanted and there is one.</summary>
    internal HandlerResult? TakeResult()
    {
        HandlerResult? result = _result;
        _result = null;
        return result;
    }

    /// <summary>Has the next handlers get their services from somewhere else.</summary>
    /// <param name="services">The scope of a handler; null for the provider of the emitter.</param>
    internal void UseServices(IServiceProvider? services) => _services = services;

    internal void PutResult(HandlerResult? result) => _result = result;

    private readonly EmissionState CreateState()
    {
        if (_origin is EventEmission emission)
        {
            return emission.CreateState(CancellationToken);
        }

        EventKey key = ((EventSlot)_origin!).Key;
        return _mayPend
            ? PendingEmission.Rent(_emitter, key, _hasCaller, CancellationToken)
            : new EmissionState(_emitter, key, CancellationToken) { HasCaller = _hasCaller, CaptureContext = _hasCaller || _emitter.CapturesContext };
    }

    internal static Task NotNull(Task task) =>
        task ?? throw new InvalidOperationException("The handler returned null instead of a task; return Task.CompletedTask.");
}
