using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Pyventus.Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
internal sealed class PackageContentTests
{
    private static readonly string[] _entries =
    [
        "Pyventus.nuspec",
        "README.md",
        "analyzers/dotnet/cs/Pyventus.Analyzers.dll",
        "analyzers/dotnet/cs/Pyventus.CodeFixes.dll",
        "analyzers/dotnet/cs/Pyventus.Generators.dll",
        "build/Pyventus.targets",
        "buildTransitive/Pyventus.targets",
        "lib/net10.0/Pyventus.dll",
        "lib/net10.0/Pyventus.xml",
        "lib/net8.0/Pyventus.dll",
        "lib/net8.0/Pyventus.xml",
    ];

    private ZipArchive _package = null!;

    [OneTimeSetUp]
    public void Open() => _package = ZipFile.OpenRead(TestWorkspace.PackageFile);

    [OneTimeTearDown]
    public void Close() => _package.Dispose();

    [Test]
    public void One_command_makes_one_package_without_a_warning()
    {
        Assert.That(Directory.GetFiles(TestWorkspace.Feed), Is.EqualTo(new[] { TestWorkspace.PackageFile }));
        Assert.That(TestWorkspace.Pack.Output, Does.Not.Contain("warning"));
        TestContext.Out.WriteLine($"measured: package of {new FileInfo(TestWorkspace.PackageFile).Length / 1e3:F0} kB, packed from nothing in {TestWorkspace.Pack.Duration.TotalSeconds:F1} s");
    }

    [Test]
    public void Entries_are_exactly_these()
    {
        IEnumerable<string> entries = _package.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.That(entries, Is.EqualTo(_entries));
    }

    [Test]
    public void Metadata_says_what_it_is()
    {
        XElement metadata = XDocument.Load(Read("Pyventus.nuspec")).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Multiple(() =>
        {
            Assert.That(Value("id"), Is.EqualTo("Pyventus"));
            Assert.That(Value("version"), Is.EqualTo(TestWorkspace.Version));
            Assert.That(Value("license"), Is.EqualTo("MIT"));
            Assert.That(Value("readme"), Is.EqualTo("README.md"));
            Assert.That(Value("description"), Is.Not.Empty);
        });
    }

    [Test]
    public void Only_abstractions_of_the_framework_extensions_come_along()
    {
        XElement root = XDocument.Load(Read("Pyventus.nuspec")).Root!;
        IEnumerable<string> dependencies = root.Descendants()
            .Where(static element => element.Name.LocalName == "dependency")
            .Select(static element => $"{element.Parent!.Attribute("targetFramework")!.Value} {element.Attribute("id")!.Value}");

        Assert.That(dependencies, Is.EquivalentTo(new[]
        {
            "net8.0 Microsoft.Extensions.DependencyInjection.Abstractions",
            "net8.0 Microsoft.Extensions.Logging.Abstractions",
            "net8.0 Microsoft.Extensions.Options",
            "net10.0 Microsoft.Extensions.DependencyInjection.Abstractions",
            "net10.0 Microsoft.Extensions.Logging.Abstractions",
            "net10.0 Microsoft.Extensions.Options",
        }));
    }

    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public void Assembly_carries_its_symbols_and_documentation(string framework)
    {
        using MemoryStream stream = Read($"lib/{framework}/Pyventus.dll");
        using var reader = new PEReader(stream);
        DebugDirectoryEntry[] debug = [.. reader.ReadDebugDirectory()];
        using MetadataReaderProvider symbols = reader.ReadEmbeddedPortablePdbDebugDirectoryData(
            debug.Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        MetadataReader documents = symbols.GetMetadataReader();
        IEnumerable<string> names = documents.Documents.Select(handle => documents.GetString(documents.GetDocument(handle).Name));
        XElement documentation = XDocument.Load(Read($"lib/{framework}/Pyventus.xml")).Root!;

        Assert.Multiple(() =>
        {
            Assert.That(names, Has.Some.EndsWith("/EventLinker.cs"));
            Assert.That(names, Has.None.StartsWith(TestWorkspace.Repository), "where it was built is nobody's business");
            Assert.That(debug.Select(static entry => entry.Type), Has.Member(DebugDirectoryEntryType.Reproducible), "the build is deterministic");
            Assert.That(documentation.Descendants("member").Select(static member => (string?)member.Attribute("name")), Has.Member("T:Pyventus.EventLinker"));
        });
    }

    [TestCase("Pyventus.Generators")]
    [TestCase("Pyventus.Analyzers")]
    [TestCase("Pyventus.CodeFixes")]
    public void Compiler_part_loads_into_the_oldest_supported_compiler(string name)
    {
        using MemoryStream stream = Read($"analyzers/dotnet/cs/{name}.dll");
        using var reader = new PEReader(stream);
        MetadataReader metadata = reader.GetMetadataReader();
        AssemblyName[] references = [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
        AssemblyName[] compiler = Array.FindAll(references, static reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

        Assert.That(compiler, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(compiler, Has.All.Property(nameof(AssemblyName.Version)).LessThanOrEqualTo(new Version(4, 14, 0, 0)), "Roslyn 4.14, of SDK 9.0.300");
            Assert.That(references.Select(static reference => reference.Name), Has.Member("netstandard"));
            Assert.That(references.Select(static reference => reference.Name), Has.None.StartsWith("Pyventus"), "each part stands alone");
        });
    }

    private MemoryStream Read(string entry)
    {
        using Stream source = _package.GetEntry(entry)!.Open();
        var copy = new MemoryStream();
        source.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
