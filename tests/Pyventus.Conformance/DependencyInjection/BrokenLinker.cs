using System.Runtime.CompilerServices;
using Pyventus.CompilerServices;

namespace Pyventus.Conformance.DependencyInjection;

/// <summary>The linker whose table has every kind of handler that can miss something.</summary>
internal sealed class BrokenLinker : EventLinker
{
    [ModuleInitializer]
    internal static void Register() =>
        LinkerTable.Register(new ServicesTable("Broken", typeof(BrokenLinker), new TestTableEvent<Payload<int>>("e", 1, "Broken!E", _ => { }), static registry =>
        {
            registry.AddClass(
                typeof(BrokenLinker),
                typeof(List<string>),
                "Audit(IReadOnlyDictionary<string, IMailer> mailers)",
                [new HandlerDependency("mailers", typeof(IReadOnlyDictionary<string, IMailer>), false, null, false)],
                static services => new List<string>());
            registry.AddClass(typeof(BrokenLinker), typeof(StringReader), null, [], null);
            registry.AddHandler(typeof(BrokenLinker), "Broken!Audit.First()#0", typeof(List<string>), []);
            registry.AddHandler(typeof(BrokenLinker), "Broken!Audit.Second()#0", typeof(List<string>), [new HandlerDependency("mailer", typeof(Mailer), false, null, false)]);
            registry.AddHandler(typeof(BrokenLinker), "Broken!Reader.Read()#0", typeof(StringReader), []);
            registry.AddHandler(
                typeof(BrokenLinker),
                "Broken!Static.Mail()#0",
                null,
                [
                    new HandlerDependency("byEnum", typeof(IMailer), true, DayOfWeek.Friday, false),
                    new HandlerDependency("byType", typeof(IMailer), true, typeof(Mailer), false),
                    new HandlerDependency("optional", typeof(IMailer), true, "optional", true),
                ]);
        }));
}
