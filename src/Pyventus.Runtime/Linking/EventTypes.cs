namespace Pyventus;

/// <summary>Which types event objects can have; the compile-time rule PYV1006 says the same.</summary>
internal static class EventTypes
{
    public static void Validate(Type type, string parameterName = "type")
    {
        if (WhyNot(type) is { } reason)
        {
            throw new ArgumentException($"'{type}' cannot be an event type: {reason}.", parameterName);
        }
    }

    /// <summary>Why event objects cannot have the type; null when they can.</summary>
    public static string? WhyNot(Type type)
    {
        string? reason = null;
        if (type == typeof(object) || type == typeof(string))
        {
            reason = "it would be every event or a name; give the event a type of its own";
        }
        else if (typeof(Type).IsAssignableFrom(type))
        {
            reason = "a System.Type describes an event, it is none; construct an instance of the event";
        }
        else if (type == typeof(EventContext) || type == typeof(CancellationToken))
        {
            reason = "handlers are given one with every event";
        }
        else if (type.ContainsGenericParameters)
        {
            reason = "it is an open generic type; name a closed one such as typeof(Changed<int>)";
        }
        else if (type.IsPointer || type.IsFunctionPointer || type.IsByRef || type.IsByRefLike || type == typeof(void))
        {
            reason = "no object can have this type";
        }
        else if (type.IsAbstract && type.IsSealed)
        {
            reason = "it is a static class";
        }
        else if (Nullable.GetUnderlyingType(type) is not null)
        {
            reason = "a nullable value is boxed as its underlying type; name that one";
        }

        return reason;
    }
}
