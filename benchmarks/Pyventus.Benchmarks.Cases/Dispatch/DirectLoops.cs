namespace Pyventus.Benchmarks.Cases.Dispatch;

/// <summary>Calls the handlers one after the other: what every other way is compared with.</summary>
internal static class DirectLoops
{
    public static void Call0(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
        }
    }

    public static void Call1(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            SyncHandlers.H1(Case.Value);
        }
    }

    public static void Call2(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            SyncHandlers.H1(Case.Value);
            SyncHandlers.H2(Case.Value);
        }
    }

    public static void Call4(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            SyncHandlers.H1(Case.Value);
            SyncHandlers.H2(Case.Value);
            SyncHandlers.H3(Case.Value);
            SyncHandlers.H4(Case.Value);
        }
    }

    public static void Call8(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            SyncHandlers.H1(Case.Value);
            SyncHandlers.H2(Case.Value);
            SyncHandlers.H3(Case.Value);
            SyncHandlers.H4(Case.Value);
            SyncHandlers.H5(Case.Value);
            SyncHandlers.H6(Case.Value);
            SyncHandlers.H7(Case.Value);
            SyncHandlers.H8(Case.Value);
        }
    }

    public static void Call16(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            SyncHandlers.H1(Case.Value);
            SyncHandlers.H2(Case.Value);
            SyncHandlers.H3(Case.Value);
            SyncHandlers.H4(Case.Value);
            SyncHandlers.H5(Case.Value);
            SyncHandlers.H6(Case.Value);
            SyncHandlers.H7(Case.Value);
            SyncHandlers.H8(Case.Value);
            SyncHandlers.H9(Case.Value);
            SyncHandlers.H10(Case.Value);
            SyncHandlers.H11(Case.Value);
            SyncHandlers.H12(Case.Value);
            SyncHandlers.H13(Case.Value);
            SyncHandlers.H14(Case.Value);
            SyncHandlers.H15(Case.Value);
            SyncHandlers.H16(Case.Value);
        }
    }

    public static void Call32(int operations)
    {
        for (int count = 0; count < operations; count++)
        {
            SyncHandlers.H1(Case.Value);
            SyncHandlers.H2(Case.Value);
            SyncHandlers.H3(Case.Value);
            SyncHandlers.H4(Case.Value);
            SyncHandlers.H5(Case.Value);
            SyncHandlers.H6(Case.Value);
            SyncHandlers.H7(Case.Value);
            SyncHandlers.H8(Case.Value);
            SyncHandlers.H9(Case.Value);
            SyncHandlers.H10(Case.Value);
            SyncHandlers.H11(Case.Value);
            SyncHandlers.H12(Case.Value);
            SyncHandlers.H13(Case.Value);
            SyncHandlers.H14(Case.Value);
            SyncHandlers.H15(Case.Value);
            SyncHandlers.H16(Case.Value);
            SyncHandlers.H17(Case.Value);
            SyncHandlers.H18(Case.Value);
            SyncHandlers.H19(Case.Value);
            SyncHandlers.H20(Case.Value);
            SyncHandlers.H21(Case.Value);
            SyncHandlers.H22(Case.Value);
            SyncHandlers.H23(Case.Value);
            SyncHandlers.H24(Case.Value);
            SyncHandlers.H25(Case.Value);
            SyncHandlers.H26(Case.Value);
            SyncHandlers.H27(Case.Value);
            SyncHandlers.H28(Case.Value);
            SyncHandlers.H29(Case.Value);
            SyncHandlers.H30(Case.Value);
            SyncHandlers.H31(Case.Value);
            SyncHandlers.H32(Case.Value);
        }
    }
}
