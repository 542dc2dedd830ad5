namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What further packages of Pyventus add their services to; returned by <c>AddPyventus</c>.</summary>
public interface IPyventusBuilder
{
    /// <summary>The services of the container that <c>AddPyventus</c> was called for.</summary>
    IServiceCollection Services { get; }
}
