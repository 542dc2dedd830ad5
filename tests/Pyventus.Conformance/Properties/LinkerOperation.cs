namespace Pyventus.Conformance;

/// <summary>
/// Something done to a linker. Events and subscribers are numbers, which the runner takes modulo how many there are, so
/// that each operation makes sense wherever shrinking leaves it.
/// </summary>
public abstract record LinkerOperation
{
    public sealed record Subscribe(IReadOnlyList<int> Events, int Order, bool Once, bool IncludeDerived) : LinkerOperation
    {
        public override string ToString() =>
            $"Subscribe([{string.Join(", ", Events)}], order {Order}{(Once ? ", once" : "")}{(IncludeDerived ? ", include derived" : "")})";
    }

    public sealed record Unsubscribe(int Subscriber) : LinkerOperation;

    public sealed record Remove(int Event, int Subscriber) : LinkerOperation;

    public sealed record RemoveEvent(int Event) : LinkerOperation;

    public sealed record RemoveAll : LinkerOperation;

    public sealed record Emit(int Event) : LinkerOperation;
}
