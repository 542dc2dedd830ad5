namespace Pyventus.Guides.Tests.FromPython;

internal static class Tickets
{
    [On("ticket.opened")]
    internal static void Show(int id) => Console.WriteLine($"ticket {id} opened");

    [On("ticket.opened")]
    internal static async Task AssignAsync(int id, string author)
    {
        string owner = await FindOwnerAsync(author);
        Console.WriteLine($"ticket {id} goes to {owner}");
    }

    public static async Task RunAsync()
    {
        await using var emitter = new AsyncEventEmitter();

        await emitter.EmitAsync("ticket.opened", 7, "grace");
    }

    private static async Task<string> FindOwnerAsync(string author)
    {
        await Task.Yield();
        return author == "grace" ? "ada" : "grace";
    }
}
