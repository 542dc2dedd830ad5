namespace QuickStart.Reading;

/// <summary>A line of a log: a request, or the problem that it is none.</summary>
internal readonly record struct LogLine(int Number, RequestLogged? Request, string Problem);
