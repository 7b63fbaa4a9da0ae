namespace Copilot.Data;

/// <summary>A lock that ends with whoever holds it, however that ends.</summary>
internal interface IHeldLock : IAsyncDisposable
{
    /// <summary>Whether it is still held: what a server keeps may have ended with its connection.</summary>
    Task<bool> HoldsAsync(CancellationToken cancellationToken);
}
