namespace Pyventus.Benchmarks.Cases.Async;

/// <summary>Awaits the handlers one after the other.</summary>
internal static class AwaitLoops
{
    public static async ValueTask Call1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await CompletingHandlers.H1(Case.Value);
        }
    }

    public static async ValueTask Call4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await CompletingHandlers.H1(Case.Value);
            await CompletingHandlers.H2(Case.Value);
            await CompletingHandlers.H3(Case.Value);
            await CompletingHandlers.H4(Case.Value);
        }
    }

    public static async ValueTask Call16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            await CompletingHandlers.H1(Case.Value);
            await CompletingHandlers.H2(Case.Value);
            await CompletingHandlers.H3(Case.Value);
            await CompletingHandlers.H4(Case.Value);
            await CompletingHandlers.H5(Case.Value);
            await CompletingHandlers.H6(Case.Value);
            await CompletingHandlers.H7(Case.Value);
            await CompletingHandlers.H8(Case.Value);
            await CompletingHandlers.H9(Case.Value);
            await CompletingHandlers.H10(Case.Value);
            await CompletingHandlers.H11(Case.Value);
            await CompletingHandlers.H12(Case.Value);
            await CompletingHandlers.H13(Case.Value);
            await CompletingHandlers.H14(Case.Value);
            await CompletingHandlers.H15(Case.Value);
            await CompletingHandlers.H16(Case.Value);
        }
    }
}
