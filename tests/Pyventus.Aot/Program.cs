using Pyventus.Aot;
using Pyventus.Aot.Scenarios;

ArityScenario.Run();
StaticHandlerScenario.Run();
await AsyncHandlerScenario.RunAsync();
OnceScenario.Run();
await InstanceHandlerScenario.RunAsync();
TypedEventScenario.Run();
PayloadScenario.Run();
LinkerScenario.Run();
await SubscriptionScenario.RunAsync();
await ContextScenario.RunAsync();
await FailureScenario.RunAsync();
await CancellationScenario.RunAsync();
await NestedEmissionScenario.RunAsync();
await OrderedEmissionScenario.RunAsync();
await ThreadPoolScenario.RunAsync();
CustomProcessingScenario.Run();
PatternScenario.Run();
await CallbackScenario.RunAsync();
await DeclarationScenario.RunAsync();
await ServiceScenario.RunAsync();
await StreamScenario.RunAsync();
await DiagnosticsScenario.RunAsync();

Transcript.Section("end");
