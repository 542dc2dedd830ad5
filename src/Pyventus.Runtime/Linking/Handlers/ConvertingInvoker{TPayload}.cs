using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>
/// Calls a handler whose parameters are not exactly the payload: it takes a leading part, converts, or has parameters
/// the emission or its table's default values supply. Boxes the arguments, which only such handlers pay for.
/// </summary>
/// <param name="inner">Calls the handler with its own parameters.</param>
/// <param name="signature">The parameters of the handler.</param>
/// <param name="source">Has the default values of parameters that the emission has no arguments for; null when there are none.</param>
/// <param name="takesContext">Whether the handler takes the context.</param>
internal sealed class ConvertingInvoker<TPayload>(HandlerInvoker inner, DelegateSignature signature, TableEvent? source, bool takesContext) : HandlerInvoker<TPayload>
    where TPayload : struct, IPayload<TPayload>
{
    public override ValueTask Invoke(ref EmissionFrame frame, in TPayload payload)
    {
        if (takesContext)
        {
            // Its arguments are those of the emission, not the ones converted here.
            frame.GetContext(in payload);
        }

        Type?[]? special = signature.Special;
        var arguments = new object?[special?.Length ?? signature.Payload.Length];
        int next = 0;
        for (int index = 0; index < arguments.Length; index++)
        {
            if (special?[index] is { } type)
            {
                arguments[index] = type == typeof(EventContext) ? frame.GetContext(in payload) : frame.CancellationToken;
            }
            else
            {
                arguments[index] = next < TPayload.Arity
                    ? PayloadConversion.Convert(payload.GetArgument(next), signature.Payload[next])
                    : source!.GetDefaultValue(next);
                next++;
            }
        }

        return inner.InvokeBoxed(ref frame, arguments);
    }
}
