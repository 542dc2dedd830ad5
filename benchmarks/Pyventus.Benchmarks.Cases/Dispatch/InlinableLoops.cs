namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Calls handlers that may be inlined.</summary>
internal static class InlinableLoops
{
    public static void Call1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            InlinableHandlers.H1(Case.Value);
        }
    }

    public static void Call4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            InlinableHandlers.H1(Case.Value);
            InlinableHandlers.H2(Case.Value);
            InlinableHandlers.H3(Case.Value);
            InlinableHandlers.H4(Case.Value);
        }
    }

    public static void Call16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            InlinableHandlers.H1(Case.Value);
            InlinableHandlers.H2(Case.Value);
            InlinableHandlers.H3(Case.Value);
            InlinableHandlers.H4(Case.Value);
            InlinableHandlers.H5(Case.Value);
            InlinableHandlers.H6(Case.Value);
            InlinableHandlers.H7(Case.Value);
            InlinableHandlers.H8(Case.Value);
            InlinableHandlers.H9(Case.Value);
            InlinableHandlers.H10(Case.Value);
            InlinableHandlers.H11(Case.Value);
            InlinableHandlers.H12(Case.Value);
            InlinableHandlers.H13(Case.Value);
            InlinableHandlers.H14(Case.Value);
            InlinableHandlers.H15(Case.Value);
            InlinableHandlers.H16(Case.Value);
        }
    }
}
