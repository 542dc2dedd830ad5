using Pyventus.Benchmarks.Cases;

namespace Pyventus.Benchmarks.Floor;

/// <summary>What the command <c>floor</c> was asked.</summary>
/// <param name="Aot">Whether a native binary is measured instead of the JIT.</param>
/// <param name="Processes">How many processes measure each question.</param>
/// <param name="Questions">What is measured.</param>
internal sealed record FloorOptions(bool Aot, int Processes, IReadOnlyList<Question> Questions)
{
    public const string Usage = "floor [--aot] [--processes 6] [--question NAME]...";

    /// <exception cref="ArgumentException">There is no such option or question.</exception>
    public static FloorOptions Parse(ReadOnlySpan<string> arguments)
    {
        bool aot = false;
        int processes = 6;
        List<Question> questions = [];
        while (!arguments.IsEmpty)
        {
            switch (arguments)
            {
                case ["--aot", ..]:
                    aot = true;
                    arguments = arguments[1..];
                    break;
                case ["--processes", var count, ..]:
                    processes = int.TryParse(count, out int parsed) && parsed > 0 ? parsed : throw new ArgumentException($"'{count}' is no number of processes.", nameof(arguments));
                    arguments = arguments[2..];
                    break;
                case ["--question", var name, ..]:
                    questions.Add(Cases.Questions.Get(name));
                    arguments = arguments[2..];
                    break;
                default:
                    throw new ArgumentException($"'{arguments[0]}' is not understood: {Usage}", nameof(arguments));
            }
        }

        return new FloorOptions(aot, processes, questions.Count > 0 ? questions : Cases.Questions.All);
    }

    /// <summary>The command line that asks for the same.</summary>
    public override string ToString()
    {
        IEnumerable<string> questions = Questions.Count == Cases.Questions.All.Count ? [] : Questions.Select(static question => $"--question {question.Name}");
        return string.Join(' ', ["floor", .. Aot ? ["--aot"] : Array.Empty<string>(), $"--processes {Processes}", .. questions]);
    }
}
