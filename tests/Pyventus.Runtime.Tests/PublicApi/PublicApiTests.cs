namespace Pyventus.Runtime.Tests;

public sealed class PublicApiTests
{
    [Test]
    public void The_public_API_is_what_was_agreed()
    {
        string file = Path.Combine(RepositoryRoot.Path, "tests", "Pyventus.Runtime.Tests", "PublicApi.txt");
        Snapshot.Match(file, PublicApiWriter.Write(typeof(EventEmitter).Assembly), Environment.GetEnvironmentVariable);
    }
}
