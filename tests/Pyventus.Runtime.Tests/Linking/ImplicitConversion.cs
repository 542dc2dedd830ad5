namespace Pyventus.Runtime.Tests;

/// <summary>A conversion of C#, with values and what they become.</summary>
internal sealed record ImplicitConversion(Type Source, Type Target, (object Value, object Expected)[] Values)
{
    public override string ToString() => $"{Source} to {Target}";
}
