using Pyventus.Engineering;

namespace Pyventus.Runtime.Tests;

public sealed class ArityTemplateTests
{
    private static readonly string _runtime = Path.Combine(RepositoryRoot.Path, "src", "Pyventus.Runtime");

    [Test]
    public void The_checked_in_families_are_what_the_template_renders()
    {
        foreach ((string path, string text) in Engineering.ArityTemplates.Render())
        {
            string file = Path.Combine(_runtime, path);
            Assert.That(file, Does.Exist);
            Assert.That(File.ReadAllText(file), Is.EqualTo(text), $"{path} was edited by hand, or the template was changed: run 'dotnet run --project eng/ArityTemplates'.");
        }
    }

    [Test]
    public void Every_checked_in_family_has_a_template()
    {
        string[] rendered = [.. Engineering.ArityTemplates.Render().Select(family => Path.GetFullPath(Path.Combine(_runtime, family.Path)))];
        string[] checkedIn = [.. Directory.EnumerateFiles(_runtime, "*.g.cs", SearchOption.AllDirectories).Where(static file => !IsBuildOutput(file))];
        Assert.That(checkedIn, Is.EquivalentTo(rendered));
    }

    private static bool IsBuildOutput(string file) => file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
