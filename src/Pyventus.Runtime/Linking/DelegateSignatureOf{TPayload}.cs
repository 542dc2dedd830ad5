using Pyventus.CompilerServices;

namespace Pyventus;

/// <summary>The signature of the delegates that take a payload, computed once per payload type.</summary>
internal static class DelegateSignatureOf<TPayload>
    where TPayload : struct, IPayload<TPayload>
{
    public static readonly DelegateSignature Value = DelegateSignature.Of(TPayload.GetTypes());
}
