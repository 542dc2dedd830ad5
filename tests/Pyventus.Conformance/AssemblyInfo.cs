using Pyventus;
using Pyventus.Conformance;

[assembly: TestDeadline(120)]
[assembly: ConformanceResults("PYVENTUS_CONFORMANCE_RESULTS")]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

// Names nobody handles are what many tests are about.
[assembly: HandledElsewhere("**")]
