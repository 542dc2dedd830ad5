using Pyventus.Engineering;

// dotnet run --project eng/ArityTemplates: rewrites the generated arity families of the runtime.
string root = args.Length > 0 ? args[0] : Directory.GetCurrentDirectory();
foreach ((string path, string text) in ArityTemplates.Render())
{
    string file = Path.Combine(root, "src", "Pyventus.Runtime", path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllText(file, text);
    Console.WriteLine(path);
}
