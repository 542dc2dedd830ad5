using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pyventus.Generators.Models;
using Pyventus.Roslyn;

namespace Pyventus.Generators.Parsing;

/// <summary>Turns the method that <c>OnSuccess</c> or <c>OnFailure</c> names into a model.</summary>
internal static class CallbackParser
{
    public static CallbackModel? Parse(IMethodSymbol method, AttributeData attribute, string argument, CompilationContext compilation, KnownSymbols symbols)
    {
        if (CallbackRules.Find(method, attribute, argument, symbols) is not { } callback)
        {
            return null;
        }

        ParameterKind subject = argument == CallbackRules.OnSuccess ? ParameterKind.Result : ParameterKind.Exception;
        bool takesResult = subject == ParameterKind.Result && CallbackRules.GetSubject(callback, symbols) is not null;
        return new CallbackModel
        {
            Method = ParameterParser.Escape(callback.Name),
            IsStatic = callback.IsStatic,
            Parameters = ImmutableArray.CreateRange(callback.Parameters, parameter => new CallbackParameterModel
            {
                Kind = KnownSymbols.Same(parameter.Type, symbols.CancellationToken) ? ParameterKind.CancellationToken
                    : KnownSymbols.Same(parameter.Type, symbols.EventContext) ? ParameterKind.Context
                    : subject,
                Type = compilation.GetModel(parameter.Type),
            }),
            ResultType = takesResult ? compilation.GetModel(CallbackRules.GetSubjectType(method, argument, symbols)!) : null,
            Returns = HandlerParser.GetReturnKind(callback, symbols),
            ReturnsNullable = callback.ReturnType.IsReferenceType && callback.ReturnNullableAnnotation == NullableAnnotation.Annotated,
        };
    }
}
