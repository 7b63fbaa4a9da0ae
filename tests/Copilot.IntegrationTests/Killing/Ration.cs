namespace Copilot.IntegrationTests.Killing;

/// <summary>How many new messages may be sent in one life of a host: a channel lets a bot send 50 replies a second, and what is asked has to be answered in the end.</summary>
internal sealed class Ration : IDisposable
{
    private readonly SemaphoreSlim _left = new(0);

    /// <summary>That many more, and none of what was left.</summary>
    public void Renew(int count)
    {
        while (_left.Wait(0))
        {
        }

        _left.Release(count);
    }

    public void Dispose() => _left.Dispose();

    /// <summary>Takes one as soon as there is one.</summary>
    /// <returns>Whether there was one before it was over.</returns>
    public async Task<bool> TakeAsync(CancellationToken stop)
    {
        try
        {
            await _left.WaitAsync(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
