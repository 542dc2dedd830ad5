using System.IO.Compression;

namespace Pyventus.Package.Tests;

/// <summary>Which SDKs the packed targets refuse, and where they keep out of the way.</summary>
internal sealed class SdkCheckTests
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(1);

    [TestCase("8.0.404", false)]
    [TestCase("9.0.204", false)]
    [TestCase("9.0.299-preview.1", false)]
    [TestCase("9.0.300", true)]
    [TestCase("10.0.100-rc.1.25451.107", true)]
    public async Task Sdk_is_judged_by_its_version(string version, bool accepted)
    {
        CommandResult check = await CheckAsync("C#", version);

        Assert.That(check.ExitCode, accepted ? Is.Zero : Is.EqualTo(1), check.ToString());
    }

    [TestCase("VB", "8.0.404")]
    [TestCase("C#", "")]
    public async Task Other_languages_and_projects_without_sdk_are_left_alone(string language, string version) =>
        (await CheckAsync(language, version)).MustSucceed();

    // The bare targets in a project without an SDK: nothing else looks at the version.
    private static async Task<CommandResult> CheckAsync(string language, string version)
    {
        string folder = Path.Combine(TestWorkspace.Root, $"sdk-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        await using (ZipArchive package = await ZipFile.OpenReadAsync(TestWorkspace.PackageFile))
        {
            await package.GetEntry("build/Pyventus.targets")!.ExtractToFileAsync(Path.Combine(folder, "Pyventus.targets"));
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder, "check.proj"),
            $"""
            <Project>
              <PropertyGroup>
                <Language>{language}</Language>
                <NETCoreSdkVersion>{version}</NETCoreSdkVersion>
              </PropertyGroup>
              <Import Project="Pyventus.targets" />
              <Target Name="CoreCompile" />
            </Project>
            """);
        return await new Command("dotnet", folder, "msbuild", "-nologo", "check.proj", "-t:CoreCompile").RunAsync(_deadline);
    }
}
