namespace QuickStart;

/// <summary>What one path contributed.</summary>
internal readonly record struct PathTraffic(string Path, int Requests, int Failures, long Bytes);
