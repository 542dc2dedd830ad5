namespace Pyventus;

/// <summary>Links the method to event objects of exactly the type <typeparamref name="TEvent"/>, for a single run.</summary>
/// <typeparam name="TEvent">The type of the event objects.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class OnceAttribute<TEvent> : OnceAttribute
    where TEvent : notnull
{
    /// <summary>Links the method to event objects of exactly the type <typeparamref name="TEvent"/>.</summary>
    public OnceAttribute()
        : base(typeof(TEvent))
    {
    }
}
