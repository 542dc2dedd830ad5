namespace Pyventus.Conformance;

/// <summary>An exception whose text cannot be had.</summary>
public sealed class UnwritableException : Exception
{
    public override string Message => throw new NotSupportedException();

    public override string ToString() => throw new NotSupportedException();
}
