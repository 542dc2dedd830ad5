using Pyventus.Benchmarks.Cases;
using Pyventus.Benchmarks.Cases.Dispatch;
using Pyventus.Benchmarks.Cases.Linking;
using Pyventus.Benchmarks.Cases.Measuring;
using Pyventus.Benchmarks.Measuring;

namespace Pyventus.Benchmarks.Floor;

/// <summary>Measures every question in several fresh processes: the same program can be twice as fast in the next one.</summary>
internal static class FloorCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        FloorOptions options;
        try
        {
            options = FloorOptions.Parse(arguments);
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }

        CasesProgram program = options.Aot ? await CasesProgram.PublishAsync() : CasesProgram.UnderTheJit();
        var results = new CaseResults();
        for (int process = 0; process < options.Processes; process++)
        {
            Question[] shuffled = [.. options.Questions];
            Random.Shared.Shuffle(shuffled);
            foreach (Question question in shuffled)
            {
                results.Add((await program.RunAsync("measure", question.Name)).Select(Measurement.Parse));
            }

            await Console.Error.WriteLineAsync($"process {process + 1} of {options.Processes}");
        }

        MemoryUse[] memory = [.. (await program.RunAsync("memory")).Select(MemoryUse.Parse)];
        Console.Write(new Report(options, results).Write(options.Questions, memory));
        if (!options.Aot && options.Questions.Any(static question => question.Name == EmitQuestion.Name))
        {
            string path = Repository.GetPath("docs", "performance-dispatch.svg");
            await File.WriteAllTextAsync(path, DispatchPlot.Draw(results));
            await Console.Error.WriteLineAsync($"wrote {Path.GetRelativePath(Environment.CurrentDirectory, path)}");
        }

        return 0;
    }
}
