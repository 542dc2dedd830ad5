namespace Pyventus.Conformance;

internal static class GatedHandlers
{
    [On("gated", Linker = typeof(GatedLinker))]
    internal static void Use([Service] GatedService service)
    {
    }
}
