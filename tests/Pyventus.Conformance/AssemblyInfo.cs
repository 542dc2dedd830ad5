using Pyventus.Conformance;

[assembly: TestDeadline(120)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
