using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>What an event is emitted with: the types of its arguments, of which trailing ones may be optional.</summary>
internal abstract class PayloadContract(Type[] types, TableEvent? source)
{
    // The payload that was converted last: whether one fits is found out by reflection.
    private Type? _fitting;

    /// <summary>The types of the arguments.</summary>
    public Type[] Types { get; } = types;

    /// <summary>The payload that has these types.</summary>
    public abstract Type PayloadType { get; }

    /// <summary>How many leading arguments have no default value.</summary>
    public int RequiredCount => source?.RequiredCount ?? Types.Length;

    /// <summary>Whether a declaration says so, and not only what handlers agree on.</summary>
    public bool IsDeclared => source?.Declaration is not null;

    /// <summary>Emits with arguments of other static types than the contract's, once they have been converted.</summary>
    public abstract void Emit(EventEmitter emitter, EventSlot slot, object?[] arguments);

    /// <summary>The same, awaiting the handlers.</summary>
    public abstract ValueTask<EmissionResult> EmitAsync(EventEmitter emitter, EventSlot slot, object?[] arguments, CancellationToken cancellationToken);

    /// <summary>Emits an event object that was given as a base type of its own.</summary>
    public abstract void EmitObject(EventEmitter emitter, EventSlot slot, object @event);

    /// <summary>The same, awaiting the handlers.</summary>
    public abstract ValueTask<EmissionResult> EmitObjectAsync(EventEmitter emitter, EventSlot slot, object @event, CancellationToken cancellationToken);

    /// <summary>Boxes and converts the arguments of an emission and adds the defaults of what is missing.</summary>
    /// <exception cref="EventSignatureException">They do not fit.</exception>
    public object?[] Convert<TPayload>(EventKey key, in TPayload payload)
        where TPayload : struct, IPayload<TPayload>
    {
        if (_fitting != typeof(TPayload))
        {
            EnsureFits(key, typeof(TPayload), TPayload.GetTypes());
        }

        var arguments = new object?[Types.Length];
        for (int index = 0; index < arguments.Length; index++)
        {
            arguments[index] = index < TPayload.Arity
                ? PayloadConversion.Convert(payload.GetArgument(index), Types[index])
                : source!.GetDefaultValue(index);
        }

        return arguments;
    }

    /// <summary>Whether a handler with these payload parameters can be called with the contract's arguments.</summary>
    public bool Accepts(Type[] parameters) => Accepts(Types, parameters);

    /// <summary>
    /// The contract of an event of several assemblies, each with one of its own: the declared one, else the longest, and among
    /// those the one that serves all and requires least.
    /// </summary>
    /// <param name="links">What the tables of the assemblies know of the event; at least one.</param>
    public static PayloadContract Choose(TableLink[] links)
    {
        var contracts = new PayloadContract[links.Length];
        for (int index = 0; index < contracts.Length; index++)
        {
            contracts[index] = links[index].Event.CreateContract();
        }

        PayloadContract chosen = contracts[0];
        foreach (PayloadContract contract in contracts)
        {
            if (contract.ComparePrecedence(chosen, contracts) < 0)
            {
                chosen = contract;
            }
        }

        return chosen;
    }

    /// <summary>Less than zero when this contract comes before the other one: the declared, the longer, the one that serves all, the one that requires less.</summary>
    /// <param name="other">Another contract of the event.</param>
    /// <param name="all">Every contract of the event.</param>
    private int ComparePrecedence(PayloadContract other, PayloadContract[] all)
    {
        int declared = other.IsDeclared.CompareTo(IsDeclared);
        int longer = other.Types.Length - Types.Length;
        int serving = declared == 0 && longer == 0 ? other.ServesAll(all).CompareTo(ServesAll(all)) : 0;
        return declared != 0 ? declared : longer != 0 ? longer : serving != 0 ? serving : RequiredCount - other.RequiredCount;
    }

    /// <summary>Whether parameters can take the leading arguments of these types.</summary>
    public static bool Accepts(Type[] arguments, ReadOnlySpan<Type> parameters) =>
        parameters.Length <= arguments.Length && Converts(arguments, parameters);

    /// <summary>A list of types as it is written in messages: <c>(int, string)</c>.</summary>
    public static string Describe(Type[] types) => $"({TypeNames.ShortList(types)})";

    /// <summary>The contract and where it comes from, as the compile-time rules write it.</summary>
    public override string ToString()
    {
        string signature = source?.Signature ?? Describe(Types);
        return source?.Declaration is { } declaration ? $"{signature}, as '{declaration}' declares it"
            : source is { Handlers: [var first, ..] } ? $"{signature} of '{first.Id}'"
            : signature;
    }

    private void EnsureFits(EventKey key, Type payloadType, Type[] given)
    {
        if (given.Length < RequiredCount || given.Length > Types.Length || !Converts(given, Types))
        {
            throw Mismatch(key, given);
        }

        // A type whose assembly can be unloaded would not be while it is here.
        if (!payloadType.IsCollectible)
        {
            _fitting = payloadType;
        }
    }

    // As far as both go.
    private static bool Converts(ReadOnlySpan<Type> sources, ReadOnlySpan<Type> targets)
    {
        for (int index = 0; index < sources.Length && index < targets.Length; index++)
        {
            if (!PayloadConversion.Exists(sources[index], targets[index]))
            {
                return false;
            }
        }

        return true;
    }

    private bool ServesAll(PayloadContract[] contracts)
    {
        foreach (PayloadContract contract in contracts)
        {
            if (!Accepts(contract.Types))
            {
                return false;
            }
        }

        return true;
    }

    // The rule PYV1202 says the same of an emission that the compiler can check.
    private EventSignatureException Mismatch(EventKey key, Type[] given) =>
        new($"The event '{key}' is given {Describe(given)} and expects {this}; nothing ran. Emit it with arguments of these types, in this order.");
}
