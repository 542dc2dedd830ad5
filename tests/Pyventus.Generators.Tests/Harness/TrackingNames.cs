namespace Pyventus.Generators.Tests.Harness;

/// <summary>The step of <see cref="FakeGenerator"/>.</summary>
internal static class TrackingNames
{
    public const string Only = nameof(Only);
}
