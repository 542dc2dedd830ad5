using Pyventus.Generators.Models;

namespace Pyventus.Generators.Linking;

/// <summary>The order in which the handlers of an event run: <c>Order</c>, then type, member and attribute as declared.</summary>
internal sealed class HandlerOrder : IComparer<HandlerModel>
{
    public static HandlerOrder Instance { get; } = new();

    public int Compare(HandlerModel left, HandlerModel right)
    {
        int result = left.Call.Order.CompareTo(right.Call.Order);
        result = result != 0 ? result : string.CompareOrdinal(left.TypeName, right.TypeName);
        result = result != 0 ? result : left.MemberIndex.CompareTo(right.MemberIndex);
        return result != 0 ? result : left.AttributeIndex.CompareTo(right.AttributeIndex);
    }
}
