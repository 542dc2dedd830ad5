using Shop;

namespace Pyventus.Guides.Tests;

public sealed class PageTests
{
    /// <summary>The differences are in the output of the test.</summary>
    [TestCase("from-python.md")]
    public void Code_blocks_are_cut_from_examples_that_run(string page) =>
        Assert.That(CodeBlocks.CountDifferences(Path.Combine(AppContext.BaseDirectory, "guides", page)), Is.Zero);
}
