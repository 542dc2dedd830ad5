using System.Runtime.CompilerServices;

namespace Pyventus.Runtime.Tests;

public sealed class EmissionScopeTests
{
    [Test]
    public void An_emission_is_found_until_it_ends()
    {
        object service = new();
        Assert.That(EmissionScope.Find(service), Is.Null);
        EmissionScope scope = EmissionScope.Enter(service, service, out EmissionScope? previous);
        Assert.That(EmissionScope.Find(service), Is.SameAs(scope));
        Assert.That(EmissionScope.Find(new object()), Is.Null);
        Assert.That(EmissionScope.IsActive);
        scope.End();
        Assert.That(EmissionScope.Find(service), Is.Null);
        Assert.That(EmissionScope.IsActive, Is.False);
        EmissionScope.Leave(previous);
    }

    [Test]
    public void An_emission_that_runs_in_the_call_is_left_with_the_context_that_the_caller_had()
    {
        object service = new();
        ExecutionContext? before = ExecutionContext.Capture();
        EmissionScope scope = EmissionScope.Enter(service, out CallerContext caller);
        Assert.That((EmissionScope.Find(service), EmissionScope.IsActive), Is.EqualTo((scope, true)));
        caller.Restore();
        Assert.That(EmissionScope.Find(service), Is.Null);
        Assert.That(ExecutionContext.Capture(), Is.SameAs(before));
    }

    [Test]
    public void What_is_changed_inside_an_emission_that_runs_in_the_call_stays()
    {
        object service = new();
        var local = new AsyncLocal<string?>();
        EmissionScope.Enter(service, out CallerContext outer);
        EmissionScope scope = EmissionScope.Enter(service, out CallerContext inner);
        local.Value = "changed";
        inner.Restore();
        Assert.That((EmissionScope.Find(service) == scope, EmissionScope.Find(service) is null, local.Value), Is.EqualTo((false, false, "changed")));
        outer.Restore();
        Assert.That((EmissionScope.Find(service), local.Value), Is.EqualTo(((EmissionScope?)null, "changed")));
    }

    [Test]
    public void An_emission_submitted_through_a_wrapper_is_found_by_both_until_it_ends()
    {
        object service = new();
        object wrapper = new();
        EmissionScope scope = EmissionScope.Enter(service, wrapper, out EmissionScope? previous);
        Assert.That((EmissionScope.Find(service), EmissionScope.Find(wrapper)), Is.EqualTo((scope, scope)));
        scope.End();
        Assert.That((EmissionScope.Find(service), EmissionScope.Find(wrapper)), Is.EqualTo(((EmissionScope?)null, (EmissionScope?)null)));
        EmissionScope.Leave(previous);
    }

    [Test]
    public void Emissions_of_several_services_nest()
    {
        object one = new();
        object two = new();
        EmissionScope outer = EmissionScope.Enter(one, one, out EmissionScope? beforeOuter);
        EmissionScope inner = EmissionScope.Enter(two, two, out EmissionScope? beforeInner);
        Assert.That((EmissionScope.Find(one), EmissionScope.Find(two)), Is.EqualTo((outer, inner)));
        inner.End();
        Assert.That((EmissionScope.Find(one), EmissionScope.Find(two)), Is.EqualTo((outer, (EmissionScope?)null)));
        EmissionScope.Leave(beforeInner);
        outer.End();
        EmissionScope.Leave(beforeOuter);
        Assert.That(EmissionScope.IsActive, Is.False);
    }

    [Test]
    public void Emissions_that_ended_are_not_kept_by_those_that_go_on()
    {
        // Two emitters whose handlers emit to each other and go on a little: each hop begins inside the one before.
        object[] services = [new(), new()];
        WeakReference first = Hop(services);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(first.IsAlive, Is.False, "the chain of scopes grows with every hop");
        Assert.That(EmissionScope.Find(services[0]), Is.Not.Null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Hop(object[] services)
    {
        EmissionScope last = EmissionScope.Enter(services[0], services[0], out _);
        var first = new WeakReference(last);
        for (int hop = 1; hop <= 10; hop++)
        {
            EmissionScope next = EmissionScope.Enter(services[hop % 2], services[hop % 2], out _);
            last.End();
            last = next;
        }

        return first;
    }
}
