namespace Pyventus.Conformance;

internal interface ILogged
{
    CallLog Log { get; }
}
