using Microsoft.Extensions.DependencyInjection;
using Pyventus.CompilerServices;

namespace Pyventus.Runtime.Tests;

public sealed class HandlerServicesValidatorTests
{
    [OneTimeSetUp]
    public static void Register() => LinkerTable.Register(new NeedyTable());

    [Test]
    public void Handlers_that_an_empty_linker_never_calls_need_nothing()
    {
        Assert.That(Validate(new EventLinker()), Is.EqualTo(["The handler 'Needy!Handle()#0' takes ICloneable clone, and no service System.ICloneable is registered: add services.AddScoped<ICloneable, …>()"]));
        Assert.That(Validate(EventLinker.CreateEmpty()), Is.Empty);
    }

    [Test]
    public void A_container_that_cannot_be_asked_is_not() =>
        Assert.That(Validate(new EventLinker(), canBeAsked: false), Is.Empty);

    private static IEnumerable<string> Validate(EventLinker linker, bool canBeAsked = true)
    {
        var builder = new PyventusBuilder(new ServiceCollection());
        builder.Register();
        return new HandlerServicesValidator(new BareProvider(linker, canBeAsked), builder).Validate(null, new HandlerServicesCheck()).Failures ?? [];
    }

    /// <summary>A container that has nothing but a linker.</summary>
    private sealed class BareProvider(EventLinker linker, bool canBeAsked) : IServiceProvider, IServiceProviderIsService
    {
        public object? GetService(Type serviceType)
        {
            if (serviceType == typeof(EventLinker))
            {
                return linker;
            }

            return canBeAsked && serviceType == typeof(IServiceProviderIsService) ? this : null;
        }

        public bool IsService(Type serviceType) => serviceType == typeof(EventLinker);
    }

    /// <summary>A table whose only handler takes a service.</summary>
    private sealed class NeedyTable() : LinkerTable("Needy", CurrentAbiVersion, "0")
    {
        public override LinkerTableSection? GetSection(Type linkerType) => linkerType == typeof(EventLinker) ? new SearchedSection(this, ["needy"]) : null;

        public override void AddServices(HandlerServiceRegistry registry) =>
            registry.AddHandler(typeof(EventLinker), "Needy!Handle()#0", null, [new HandlerDependency("clone", typeof(ICloneable), false, null, false)]);
    }
}
