namespace Pyventus.Guides.Tests.FromPython;

internal static class Hotel
{
    [On("room.booked")]
    internal static void Note(int room, int nights, bool breakfast) => Console.WriteLine($"room {room}: {nights} nights, breakfast: {breakfast}");

    public static void Run()
    {
        using var emitter = new AsyncEventEmitter();

        emitter.RoomBooked(12, breakfast: true);
    }
}
