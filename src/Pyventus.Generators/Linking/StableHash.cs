using System.Globalization;

namespace Pyventus.Generators.Linking;

/// <summary>
/// A 64-bit FNV-1a hash over UTF-16 code units: the same in every process, and different for names that differ only in
/// lone surrogates, which an encoding would replace.
/// </summary>
internal sealed class StableHash
{
    private ulong _value = 14695981039346656037;

    /// <summary>Eight hex digits that stand for a text.</summary>
    public static string Short(string text) => new StableHash().Add(text).ToString().Substring(8);

    public StableHash Add(string text)
    {
        foreach (char character in text)
        {
            Add(character);
        }

        // Keeps "ab" + "c" and "a" + "bc" apart.
        return Add('\uffff');
    }

    public StableHash Add(int number) => Add(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _value.ToString("x16", CultureInfo.InvariantCulture);

    private StableHash Add(char character)
    {
        _value = unchecked((_value ^ character) * 1099511628211);
        return this;
    }
}
