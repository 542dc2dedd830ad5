using System.Reflection;
using Pyventus.Generators.Tests.Harness;

namespace Pyventus.Generators.Tests;

internal sealed class SnapshotFileTests
{
    [Test]
    public void Every_verified_file_belongs_to_a_test()
    {
        var tests =
            from type in typeof(SnapshotFileTests).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetCustomAttribute<TestAttribute>() is not null
            select $"{type.Name}.{method.Name}";
        var files = new SnapshotDirectory(Generate.SnapshotPath, accepts: false).GetVerifiedFiles("").ToArray();

        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Select(static file => file[..file.IndexOf('#', StringComparison.Ordinal)]).Distinct(), Is.SubsetOf(tests));
    }
}
