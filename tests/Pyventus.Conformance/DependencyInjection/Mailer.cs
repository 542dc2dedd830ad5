namespace Pyventus.Conformance.DependencyInjection;

internal sealed class Mailer : IMailer;
