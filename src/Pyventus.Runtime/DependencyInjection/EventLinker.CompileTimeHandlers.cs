namespace Pyventus;

public partial class EventLinker
{
    /// <summary>Whether some table has handlers for this linker; never so for one made by <see cref="CreateEmpty"/>.</summary>
    internal bool HasCompileTimeHandlers => GetSections().Length > 0;
}
