namespace Pyventus.Engineering;

/// <summary>A rule that the page states.</summary>
/// <param name="Id">What the names of its tests begin with, such as <c>L1</c>.</param>
/// <param name="Title">What its row is called, the id included.</param>
internal sealed record SemanticsRule(string Id, string Title);
