namespace Pyventus.Conformance;

/// <summary>The suite is run both ways.</summary>
internal sealed class CallSiteBuildTests
{
    [Test]
    public void Calls_are_intercepted_on_one_framework_and_not_on_the_other()
    {
        bool isIntercepted = typeof(CallSiteBuildTests).Assembly.GetTypes().Any(static type => type.Name.EndsWith("__CallSites", StringComparison.Ordinal));
        Assert.That(isIntercepted, Is.EqualTo(IsBuiltWithInterceptors));
    }

#if NET10_0_OR_GREATER
    private const bool IsBuiltWithInterceptors = true;
#else
    private const bool IsBuiltWithInterceptors = false;
#endif
}
