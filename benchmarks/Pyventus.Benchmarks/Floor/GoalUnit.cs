namespace Pyventus.Benchmarks.Floor;

/// <summary>How a case is compared with another one.</summary>
internal enum GoalUnit
{
    /// <summary>So many times as long.</summary>
    Times,

    /// <summary>So many nanoseconds longer.</summary>
    MoreNanoseconds,

    /// <summary>So many bytes more.</summary>
    MoreBytes,
}
