namespace Pyventus.Guides.Tests.FromPython;

internal static partial class HotelEvents
{
    [Emits("room.booked")]
    internal static partial void RoomBooked(this EventEmitter emitter, int room, int nights = 1, bool breakfast = false);
}
