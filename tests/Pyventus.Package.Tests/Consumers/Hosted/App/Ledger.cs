using Lib;

namespace App;

internal sealed class Ledger : ILedger
{
    public void Write(string line) => Console.WriteLine($"ledger: {line}");
}
