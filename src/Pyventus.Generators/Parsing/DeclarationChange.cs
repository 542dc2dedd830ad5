namespace Pyventus.Generators.Parsing;

/// <summary>How far the declarations of one file, or of all, differ from what they were.</summary>
internal enum DeclarationChange
{
    /// <summary>Not at all: only bodies of members differ.</summary>
    None,

    /// <summary>In attributes, parameters or results of ordinary methods: other files can see that only by calling them.</summary>
    Signatures,

    /// <summary>In any way.</summary>
    Any,
}
