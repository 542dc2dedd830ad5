namespace Pyventus.Aot.Scenarios;

/// <summary>A singleton service.</summary>
internal sealed class Numbering
{
    private int _last;

    public int Next() => ++_last;
}
