using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus.Conformance.DependencyInjection;

/// <summary>The linker whose table has <see cref="InvoiceHandlers"/>.</summary>
internal sealed class ShopLinker : EventLinker
{
    /// <summary>The constructor as messages show it.</summary>
    public const string Constructor = "InvoiceHandlers(IInvoices invoices, IMailer? mailer, [FromKeyedServices(\"urgent\")] IMailer urgentMailer)";

    /// <summary>As the registration that the generator writes.</summary>
    [ModuleInitializer]
    internal static void Register() =>
        LinkerTable.Register(new ServicesTable("Shop", typeof(ShopLinker), new InvoiceHandlersEvent(), static registry =>
        {
            registry.AddClass(
                typeof(ShopLinker),
                typeof(InvoiceHandlers),
                Constructor,
                [
                    new HandlerDependency("invoices", typeof(IInvoices), false, null, false),
                    new HandlerDependency("mailer", typeof(IMailer), false, null, true),
                    new HandlerDependency("urgentMailer", typeof(IMailer), true, "urgent", false),
                ],
                static services => new InvoiceHandlers(
                    HandlerServices.Get<IInvoices>(services),
                    HandlerServices.GetOptional<IMailer>(services),
                    HandlerServices.GetKeyed<IMailer>(services, "urgent")));
            registry.AddHandler(typeof(ShopLinker), InvoiceHandlersEvent.HandlerId, typeof(InvoiceHandlers), []);
        }));
}
