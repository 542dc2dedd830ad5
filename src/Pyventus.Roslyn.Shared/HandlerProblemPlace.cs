namespace Pyventus.Roslyn;

/// <summary>The part of a method and its attribute that a <see cref="HandlerProblem"/> is about.</summary>
internal enum HandlerProblemPlace
{
    /// <summary>The whole attribute.</summary>
    Attribute,

    /// <summary>
    /// The event at <see cref="HandlerProblem.Index"/> in the attribute: the constructor argument, the element of its
    /// explicit array, or the type argument of <c>[On&lt;T&gt;]</c>.
    /// </summary>
    AttributeEvent,

    /// <summary>The <c>Linker</c> argument of the attribute.</summary>
    AttributeLinker,

    /// <summary>The <c>OnSuccess</c> argument of the attribute.</summary>
    AttributeOnSuccess,

    /// <summary>The <c>OnFailure</c> argument of the attribute.</summary>
    AttributeOnFailure,

    /// <summary>The identifier of the method.</summary>
    Method,

    /// <summary>The parameter at <see cref="HandlerProblem.Index"/>.</summary>
    Parameter,

    /// <summary>The return type of the method.</summary>
    ReturnType,

    /// <summary>A containing type: <see cref="HandlerProblem.Index"/> 0 is the innermost.</summary>
    ContainingType,
}
