namespace Pyventus.Conformance.DependencyInjection;

internal interface IMailer;
