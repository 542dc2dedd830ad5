namespace Pyventus.Benchmarks.Cases;

/// <summary>What the cases of one process are compared for.</summary>
/// <param name="Name">Names it on the command line.</param>
/// <param name="Title">Says what is measured.</param>
/// <param name="SizeLabel">Says what the sizes of the cases count.</param>
/// <param name="CreateCases">Makes the cases; what they need lives in the measuring process only.</param>
internal sealed record Question(string Name, string Title, string SizeLabel, Func<IReadOnlyList<Case>> CreateCases);
