namespace Pyventus.Conformance.DependencyInjection;

/// <summary>Instance handlers that need a service, an optional one and a keyed one.</summary>
internal sealed class InvoiceHandlers(IInvoices invoices, IMailer? mailer, IMailer urgentMailer)
{
    public IMailer? Mailer { get; } = mailer;

    public IMailer UrgentMailer { get; } = urgentMailer;

    public void Bill(int id) => invoices.Add(id, this);
}
