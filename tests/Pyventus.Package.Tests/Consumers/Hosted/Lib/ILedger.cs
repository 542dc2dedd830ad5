namespace Lib;

public interface ILedger
{
    void Write(string line);
}
