namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets the compiler emit the copy constructor of records with <c>required</c> members on netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
