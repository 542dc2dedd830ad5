namespace Pyventus.Roslyn;

/// <summary>The id of every rule; docs/rules/ has a page for each. Ids are never reused.</summary>
internal static class DiagnosticIds
{
    public const string InvalidEventName = "PYV1001";
    public const string MisusedPattern = "PYV1002";
    public const string SimilarEventName = "PYV1003";
    public const string RepeatedEvent = "PYV1004";
    public const string OnAndOnce = "PYV1005";
    public const string UnsupportedEventType = "PYV1006";
    public const string InvalidLinker = "PYV1007";
    public const string TooManyHandlers = "PYV1008";
    public const string InvalidDeclaration = "PYV1009";
    public const string DeclarationMismatch = "PYV1010";

    public const string InaccessibleHandler = "PYV1101";
    public const string GenericHandler = "PYV1102";
    public const string UnsupportedParameter = "PYV1103";
    public const string UnsupportedReturn = "PYV1104";
    public const string AsyncVoidHandler = "PYV1105";
    public const string PayloadMismatch = "PYV1106";
    public const string InvalidCallback = "PYV1107";
    public const string UnsupportedHandlerKind = "PYV1109";
    public const string InheritedHandler = "PYV1110";
    public const string SpecialParameterMisuse = "PYV1111";

    public const string NoHandler = "PYV1201";
    public const string ArgumentMismatch = "PYV1202";
    public const string TypeEmitted = "PYV1203";
    public const string UnawaitedEmission = "PYV1205";
    public const string BlockedEmission = "PYV1206";
    public const string AsyncLambdaAsAction = "PYV1210";
    public const string EmitInAsyncMethod = "PYV1211";

    public const string NoServices = "PYV1501";
}
