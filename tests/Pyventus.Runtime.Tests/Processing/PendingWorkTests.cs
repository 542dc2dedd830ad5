namespace Pyventus.Runtime.Tests;

public sealed class PendingWorkTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    private readonly PendingWork _work = new();

    [Test]
    public async Task Waiting_completes_when_the_last_one_ends()
    {
        Assert.That(_work.WaitAsync().IsCompletedSuccessfully, "nothing is unfinished");
        _work.Enter(this);
        _work.Enter(this);
        Task first = _work.WaitAsync();
        Task second = _work.WaitAsync();
        _work.Exit();
        Assert.That((first.IsCompleted, second.IsCompleted, _work.Count), Is.EqualTo((false, false, 1)));
        _work.Exit();
        await Task.WhenAll(first, second).WaitAsync(_limit);
        Assert.That(_work.Count, Is.Zero);
    }

    [Test]
    public void Closing_refuses_what_comes_from_outside_and_keeps_the_count()
    {
        _work.Enter(this);
        _work.Close();
        _work.Close();
        Assert.That((_work.IsClosed, _work.Count), Is.EqualTo((true, 1)));
        Assert.That(() => _work.Enter(this), Throws.InstanceOf<EmissionRejectedException>().With.Message.Contains(nameof(PendingWorkTests)));
        Assert.That(() => _work.ThrowIfClosed(this), Throws.InstanceOf<EmissionRejectedException>());
        _work.Exit();
        Assert.That((_work.IsClosed, _work.Count), Is.EqualTo((true, 0)));
        Assert.That(_work.WaitAsync().IsCompletedSuccessfully);
    }

    [Test]
    public async Task Who_waits_for_its_own_work_is_never_released_by_the_end_of_other_work()
    {
        // One worker ends work all the time; the other begins some of its own and waits: that may not complete before it ends.
        const int Rounds = 200_000;
        bool stop = false;
        int early = 0;
        Task other = Task.Factory.StartNew(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                _work.Enter(this);
                _work.Exit();
            }
        }, TaskCreationOptions.LongRunning);
        await Task.Factory.StartNew(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                _work.Enter(this);
                Task wait = _work.WaitAsync();
                Thread.SpinWait(20);
                early += wait.IsCompleted ? 1 : 0;
                _work.Exit();
            }
        }, TaskCreationOptions.LongRunning).WaitAsync(_limit);
        Volatile.Write(ref stop, true);
        await other.WaitAsync(_limit);
        Assert.That(early, Is.Zero);
        Assert.That(_work.Count, Is.Zero);
    }

    [Test]
    public async Task Every_waiter_is_released_under_contention()
    {
        const int Threads = 4;
        const int Rounds = 20_000;
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                _work.Enter(this);
                Task wait = _work.WaitAsync();
                _work.Exit();
                if (!wait.Wait(_limit))
                {
                    throw new TimeoutException($"Round {round} was never released.");
                }
            }
        }, TaskCreationOptions.LongRunning))).WaitAsync(_limit * 2);
        Assert.That(_work.Count, Is.Zero);
    }
}
