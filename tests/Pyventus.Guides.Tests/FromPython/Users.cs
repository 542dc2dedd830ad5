namespace Pyventus.Guides.Tests.FromPython;

internal static class Users
{
    [Once("password.reset", Linker = typeof(UserEventLinker))]
    internal static void ResetPassword(string email) => Console.WriteLine($"new password for {email}");

    [On("email.verified", Linker = typeof(UserEventLinker))]
    internal static void Welcome(string email) => Console.WriteLine($"welcome, {email}");

    public static void Run()
    {
        UserEventLinker linker = EventLinker.Get<UserEventLinker>();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });

        emitter.Emit("password.reset", "ada@example.com");
        emitter.Emit("password.reset", "ada@example.com");    // nobody listens any more
        emitter.Emit("email.verified", "ada@example.com");
    }

    public static void Overflow()
    {
        var linker = new UserEventLinker();                   // an instance of its own, with subscriptions of its own
        try
        {
            for (int number = 2; number <= 11; number++)      // Welcome is the first
            {
                linker.Subscribe("email.verified", (string email) => Console.WriteLine(email));
            }
        }
        catch (MaxSubscribersExceededException)
        {
            Console.WriteLine($"{linker.GetSubscribers("email.verified").Count} handlers, not one more");
        }
    }

    public static void Fail()
    {
        var linker = new UserEventLinker();
        using var emitter = new AsyncEventEmitter(new EventEmitterOptions { Linker = linker });

        linker.Subscribe("user.deleted", (int id) => throw new InvalidOperationException($"user {id} has open orders"));
        emitter.Emit("user.deleted", 1);
    }
}
