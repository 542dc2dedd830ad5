using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// Has a processing service run the emissions of an emitter as objects of their own, and disposes it. Most emitters of an
/// <see cref="AsyncProcessingService"/> do without: made where it is needed, and not inlined, so that native programs whose
/// emissions all run in the call that emits them do not contain it.
/// </summary>
/// <param name="emitter">The emitter.</param>
/// <param name="processor">Its service.</param>
internal sealed class EmissionSubmitter(EventEmitter emitter, IProcessingService processor)
{
    private readonly bool _claimsOnAcceptance = processor is IAcceptingService { ClaimsOnAcceptance: true };

    /// <summary>Submits an emission that nobody awaits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Submit<TPayload>(EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace? trace)
        where TPayload : struct, IPayload<TPayload>
    {
        var emission = new EventEmission<TPayload>(emitter, slot, snapshot, in payload, hasCaller: false, CancellationToken.None)
        {
            Trace = trace,
        };
        try
        {
            Accept(emission);
            processor.Submit(emission);
        }
        catch
        {
            emission.Reject();
            throw;
        }
    }

    /// <summary>Submits an emission; completes when its handlers have ended.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<EmissionResult> SubmitAsync<TPayload>(
        EventSlot slot, SubscriberSnapshot snapshot, in TPayload payload, EmissionTrace? trace, CancellationToken cancellationToken)
        where TPayload : struct, IPayload<TPayload>
    {
        var emission = new EventEmission<TPayload>(emitter, slot, snapshot, in payload, hasCaller: true, cancellationToken)
        {
            Trace = trace,
        };
        ValueTask submission;
        try
        {
            Accept(emission);
            emission.DropOnCancellation();
            submission = processor.SubmitAsync(emission, cancellationToken);
        }
        catch (Exception exception)
        {
            submission = ValueTask.FromException(exception);
        }

        if (submission.IsCompletedSuccessfully)
        {
            submission.GetAwaiter().GetResult();
            return emission.Outcome;
        }

        return FinishAsync(emission, submission);
    }

    /// <summary>Disposes the service, if it can be, blocking until it has finished.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void DisposeProcessor()
    {
        if (processor is IDisposable disposable)
        {
            disposable.Dispose();
        }
        else if (processor is IAsyncDisposable asyncDisposable)
        {
            asyncDisposable.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Disposes the service, if it can be; completes when it has finished.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask DisposeProcessorAsync()
    {
        if (processor is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync().ConfigureAwait(false);
        }
        else if (processor is IDisposable disposable)
        {
            disposable.Dispose();
        }
    }

    private static async ValueTask<EmissionResult> FinishAsync(EventEmission emission, ValueTask submission)
    {
        try
        {
            await submission.ConfigureAwait(false);
        }
        catch
        {
            emission.Reject();
            throw;
        }

        return await emission.Outcome.ConfigureAwait(false);
    }

    private void Accept(EventEmission emission)
    {
        if (!_claimsOnAcceptance)
        {
            emission.Accept(null);
        }
    }
}
