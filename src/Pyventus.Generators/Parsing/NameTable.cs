namespace Pyventus.Generators.Parsing;

/// <summary>Names with what they may stand for.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, NameKinds> _names = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    public void Add(string name, NameKinds kinds)
    {
        _names.TryGetValue(name, out NameKinds known);
        _names[name] = known | kinds;
    }

    public void Add(NameTable names)
    {
        foreach (KeyValuePair<string, NameKinds> item in names._names)
        {
            Add(item.Key, item.Value);
        }
    }

    /// <summary>Whether a name is in both that may stand for the same.</summary>
    public bool Overlaps(NameTable other)
    {
        (NameTable fewer, NameTable more) = Count < other.Count ? (this, other) : (other, this);
        foreach (KeyValuePair<string, NameKinds> item in fewer._names)
        {
            if (more._names.TryGetValue(item.Key, out NameKinds kinds) && (kinds & item.Value) != NameKinds.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names that the other table does not have, or not for the same.</summary>
    public NameTable Except(NameTable other)
    {
        var rest = new NameTable();
        foreach (KeyValuePair<string, NameKinds> item in _names)
        {
            other._names.TryGetValue(item.Key, out NameKinds known);
            if ((item.Value & ~known) is not NameKinds.None and var kinds)
            {
                rest.Add(item.Key, kinds);
            }
        }

        return rest;
    }
}
