using Microsoft.CodeAnalysis.Text;

namespace Pyventus.Roslyn.Testing;

/// <summary>A diagnostic that markup asserts.</summary>
/// <param name="Id">The id; null where the markup leaves it to the verifier (<c>[|…|]</c>).</param>
/// <param name="Span">The span in the source without markup.</param>
public sealed record ExpectedDiagnostic(string? Id, TextSpan Span);
