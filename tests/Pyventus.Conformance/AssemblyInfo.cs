using Pyventus.Conformance;

[assembly: TestDeadline(120)]
[assembly: ConformanceResults("PYVENTUS_CONFORMANCE_RESULTS")]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
