using Pyventus.Benchmarks.Cases;
using Pyventus.Benchmarks.Cases.Dispatch;
using Pyventus.Benchmarks.Cases.Linking;
using Pyventus.Benchmarks.Cases.Measuring;

// measure QUESTION              measures every case of a question in this process; one line each: id, nanoseconds, bytes
// run CASE OPERATIONS           does one case so many times, for a profiler that counts instructions
// first [NAME]                  emits once, to see what that needs; ends with 0 if the handler was called once
// optimized                     emits from optimized code; ends with 0 if that did not load the assembly that has the listeners
// optimized-hosted              emits from optimized code in a program that has loaded it
// listening-late                emits before and after somebody listens; ends with 0 if that was heard which came after
// broken-listener               emits while a listener throws; ends with 0 if the handlers were called and it was reported once
// memory                        what idle events and subscribers take
switch (args)
{
    case ["measure", string name]:
        foreach (Measurement measurement in await new Measurer(Questions.Get(name).CreateCases()).MeasureAsync())
        {
            Console.WriteLine(measurement);
        }

        return 0;
    case ["run", string id, string operations]:
        Case selected = Questions.Get(id[..id.IndexOf('/', StringComparison.Ordinal)]).CreateCases().First(item => item.Id == id);
        await selected.VerifyAsync(int.Parse(operations));
        return 0;
    case ["first"]:
        return FirstEmission.Run() - 1;
    case ["first", string name]:
        return FirstEmission.Run(name) - 1;
    case ["optimized"]:
        return OptimizedEmission.Run();
    case ["optimized-hosted"]:
        OptimizedEmission.RunHosted();
        return 0;
    case ["listening-late"]:
        return OptimizedEmission.RunListeningLate();
    case ["broken-listener"]:
        return OptimizedEmission.RunWithBrokenListener();
    case ["memory"]:
        foreach (MemoryUse use in MemoryUse.MeasureAll())
        {
            Console.WriteLine(use);
        }

        return 0;
    default:
        await Console.Error.WriteLineAsync("measure QUESTION | run CASE OPERATIONS | first [NAME] | optimized | optimized-hosted | listening-late | broken-listener | memory");
        return 2;
}
