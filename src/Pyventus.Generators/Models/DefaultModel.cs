namespace Pyventus.Generators.Models;

/// <summary>The default value of a parameter.</summary>
internal sealed record DefaultModel
{
    /// <summary>A constant expression of exactly the type <see cref="TypeName"/>, or <c>null</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The value as a reader of a message sees it.</summary>
    public required string Display { get; init; }

    /// <summary>The metadata name of the value's type, for <c>T?</c> that of <c>T</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether the value is null.</summary>
    public required bool IsNull { get; init; }

    /// <summary>Whether a parameter of the type can have this default.</summary>
    public bool Fits(TypeModel type) =>
        IsNull
            ? type.IsReference || type.NullableOf is not null
            : string.Equals(TypeName, type.NullableOf ?? type.MetadataName, StringComparison.Ordinal);
}
