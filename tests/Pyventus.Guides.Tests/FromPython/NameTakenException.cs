namespace Pyventus.Guides.Tests.FromPython;

internal sealed class NameTakenException(string name) : Exception($"the name '{name}' is taken")
{
    public string Name { get; } = name;
}
