namespace Pyventus.Generators.Models;

/// <summary>What the body of a method shows of the tasks that it returns.</summary>
internal enum TaskCompletion
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>They have completed: nothing is left to wait for.</summary>
    Completed,

    /// <summary>They have completed without an exception: nothing is to be asked of them at all.</summary>
    Succeeded,
}
