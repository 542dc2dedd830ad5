namespace Pyventus.Conformance.Library;

/// <summary>What event objects of several assemblies implement.</summary>
public interface IFamily
{
    List<string> Calls { get; }
}
