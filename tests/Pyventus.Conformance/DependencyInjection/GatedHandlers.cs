namespace Pyventus.Conformance;

internal static class GatedHandlers
{
    [On("gated", Linker = typeof(GatedLinker))]
    [On("gated.outside", Linker = typeof(GatedLinker))]
    internal static void Use([Service] GatedService service)
    {
    }

    [On("gated.outside", Linker = typeof(GatedLinker))]
    internal static Task EndOutside(Task end) => end;

    [On("gated.nested", Linker = typeof(GatedLinker))]
    internal static void Nest()
    {
    }

    [On("gated.async", Linker = typeof(GatedLinker))]
    internal static async Task UseAsync([Service] GatedService service) => await Task.Yield();

    [On("gated.failing", Linker = typeof(GatedLinker))]
    internal static void Fail([Service] GatedService service) => throw new InvalidOperationException("handler");

    [On("gated.twice", Linker = typeof(GatedLinker), ForceAsync = true)]
    [On("gated.twice", Linker = typeof(GatedLinker), ForceAsync = true)]
    internal static void UseToo([Service] GatedService service)
    {
    }
}
