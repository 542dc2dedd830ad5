namespace Pyventus;

/// <summary>Links the method to event objects of exactly the type <typeparamref name="TEvent"/>.</summary>
/// <typeparam name="TEvent">The type of the event objects.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class OnAttribute<TEvent> : OnAttribute
    where TEvent : notnull
{
    /// <summary>Links the method to event objects of exactly the type <typeparamref name="TEvent"/>.</summary>
    public OnAttribute()
        : base(typeof(TEvent))
    {
    }
}
