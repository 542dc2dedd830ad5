namespace Pyventus.Conformance;

internal static class GatedHandlers
{
    [On("gated", Linker = typeof(GatedLinker))]
    internal static void Use([Service] GatedService service)
    {
    }

    [On("gated.twice", Linker = typeof(GatedLinker), ForceAsync = true)]
    [On("gated.twice", Linker = typeof(GatedLinker), ForceAsync = true)]
    internal static void UseToo([Service] GatedService service)
    {
    }
}
