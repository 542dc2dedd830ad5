namespace Pyventus.Generators.Parsing;

/// <summary>What a name that is declared or mentioned may stand for.</summary>
[Flags]
internal enum NameKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A type as all see it that name it, a namespace or an alias.</summary>
    Type = 1,

    /// <summary>A constant, field, property, event or method.</summary>
    Member = 2,

    /// <summary>All members of a type, their order included: what only the generator looks at, in a class with handlers or a linker.</summary>
    Content = 4,
}
