using Pyventus;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Pyventus to a container.</summary>
public static class PyventusServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="EventEmitter"/> of the container's own, its linker and the classes of the compile-time handlers.</summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="configure">Says how the emitter works; null for the defaults.</param>
    /// <returns>What further packages of Pyventus add their services to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <remarks>
    /// <list type="bullet">
    /// <item><description>
    /// <see cref="EventEmitter"/>, by default an <see cref="AsyncEventEmitter"/>: one per container, or one per scope under
    /// <see cref="HandlerScope.Caller"/>. The container owns it, and with it the executor or processing service. It logs to the
    /// container's <c>ILoggerFactory</c> and takes the time from its <see cref="TimeProvider"/>, where it has them.
    /// </description></item>
    /// <item><description>
    /// <see cref="EventLinker"/>: a new one per container, so that two hosts in one process share no subscription and no
    /// once-state. <see cref="EventLinker.Default"/> has nothing to do with it.
    /// </description></item>
    /// <item><description>
    /// Every class with compile-time instance handlers, in all assemblies loaded so far: scoped, made by the constructor that
    /// was chosen at compile time (the one with most parameters, or the one marked <see cref="ActivatorUtilitiesConstructorAttribute"/>).
    /// </description></item>
    /// </list>
    /// <para>
    /// A registration of your own wins over each of them, whether it is made before or after. Calling it again continues with the
    /// options of the first call and registers nothing twice.
    /// </para>
    /// <para>
    /// When the host starts, and without a host when the emitter is first resolved, the handlers of the container's linker type
    /// are checked: what they need and is not registered is named in one <c>OptionsValidationException</c>.
    /// </para>
    /// <para>
    /// Microsoft's container refuses every service from the moment its disposal begins, and disposes the emitter only then:
    /// emissions that it still has accepted are finished, but handlers among them that need services fail with
    /// <see cref="ObjectDisposedException"/>, which is reported. Where such emissions may be left, dispose the emitter first
    /// (<c>await emitter.DisposeAsync()</c>, for example in <c>StopAsync</c> of a hosted service): it finishes them while the
    /// container is whole.
    /// </para>
    /// <para>Like every registration, it belongs on the one thread that builds the container.</para>
    /// </remarks>
    public static IPyventusBuilder AddPyventus(this IServiceCollection services, Action<PyventusOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        PyventusBuilder builder = PyventusBuilder.Find(services) ?? new PyventusBuilder(services);
        configure?.Invoke(builder.Options);
        builder.Register();
        return builder;
    }
}
