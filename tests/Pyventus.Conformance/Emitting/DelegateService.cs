namespace Pyventus.Conformance;

/// <summary>A service that does with an emission what the test says; mostly a wrapper around a built-in one.</summary>
/// <param name="submit">What <c>Submit</c> does.</param>
/// <param name="submitAsync">What <c>SubmitAsync</c> does; null for the default of the interface.</param>
internal sealed class DelegateService(Action<EventEmission> submit, Func<EventEmission, CancellationToken, ValueTask>? submitAsync = null) : IProcessingService
{
    public void Submit(EventEmission emission) => submit(emission);

    public ValueTask SubmitAsync(EventEmission emission, CancellationToken cancellationToken)
    {
        if (submitAsync is not null)
        {
            return submitAsync(emission, cancellationToken);
        }

        submit(emission);
        return default;
    }
}
