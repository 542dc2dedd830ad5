namespace Pyventus;

/// <summary>
/// The life of a subscriber. A once subscriber goes from Live to Claimed when an emission is accepted and to Consumed
/// when it starts; an emission that never starts gives the claim back.
/// </summary>
internal static class SubscriberState
{
    public const int Live = 0;
    public const int Claimed = 1;
    public const int Consumed = 2;
    public const int Removed = 3;
}
