using Shop;

// dotnet run --project samples/Readme                 runs the code of README.md
// dotnet run --project samples/Readme -- README.md    says where the code blocks of a page differ from it
if (args.Length > 0)
{
    return args.Sum(CodeBlocks.CountDifferences) == 0 ? 0 : 1;
}

await Tour.EmitAsync();
await Tour.RunOnExecutorAsync();
await Tour.HandleFailuresAsync();
await Tour.SubscribeAsync();
await Tour.SeparateAsync();
await LanguageTour.MatchAsync();
await LanguageTour.ServeAsync();
await QueueTour.DrainAsync();
await StreamTour.ReadAsync();
return 0;
