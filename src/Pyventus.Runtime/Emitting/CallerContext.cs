namespace Pyventus;

/// <summary>
/// What a call that begins an emission has to put back when it returns. What synchronous handlers changed in an
/// <see cref="AsyncLocal{T}"/> stays, as after any call; where they changed nothing, restoring allocates nothing.
/// </summary>
/// <param name="outside">The execution context of the caller; null while its flow is suppressed.</param>
/// <param name="inside">The same with the scope of the emission.</param>
/// <param name="scope">The scope that the caller runs in.</param>
internal readonly struct CallerContext(ExecutionContext? outside, ExecutionContext? inside, EmissionScope? scope)
{
    /// <summary>Leaves the scope of the emission, which may go on.</summary>
    public void Restore()
    {
        if (outside is not null && ExecutionContext.Capture() == inside)
        {
            ExecutionContext.Restore(outside);
        }
        else
        {
            EmissionScope.Leave(scope);
        }
    }
}
