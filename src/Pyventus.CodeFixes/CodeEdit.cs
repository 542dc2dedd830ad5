using Microsoft.CodeAnalysis.Editing;

namespace Pyventus.CodeFixes;

/// <summary>One way to fix a diagnostic.</summary>
/// <param name="Title">What the editor's menu says.</param>
/// <param name="Key">Names the way, whatever the diagnostic: fixing all takes the edits of one key.</param>
/// <param name="Target">What the edit is about, a node of the source or a name; diagnostics with the same target are fixed by one edit.</param>
/// <param name="ApplyAsync">Makes the change.</param>
internal sealed record CodeEdit(string Title, string Key, object Target, Func<SolutionEditor, CancellationToken, Task> ApplyAsync);
