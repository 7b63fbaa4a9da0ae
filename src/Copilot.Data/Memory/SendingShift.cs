namespace Copilot.Data;

/// <summary>
/// Of all hosts of a company one sends at a time: two would say everything twice, and each keep to the channels' limits by itself. The next takes over
/// when that one ends.
/// </summary>
public sealed class SendingShift : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<IHeldLock?>> _take;
    private IHeldLock? _held;

    internal SendingShift(Func<CancellationToken, Task<IHeldLock?>> take) => _take = take;

    /// <summary>Whether it is this host's turn; it becomes so where nobody else is at it.</summary>
    public async Task<bool> HasBegunAsync(CancellationToken cancellationToken)
    {
        if (_held is { } held && await held.HoldsAsync(cancellationToken))
        {
            return true;
        }

        await DisposeAsync();
        _held = await _take(cancellationToken);
        return _held is not null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var held = _held;
        _held = null;
        await (held?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
