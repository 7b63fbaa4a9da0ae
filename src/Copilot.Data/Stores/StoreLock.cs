using System.Diagnostics;

namespace Copilot.Data;

/// <summary>
/// A lock among the processes of one machine, kept by the operating system on a file: it ends with its process, however that ends.
/// </summary>
internal sealed class StoreLock : IHeldLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, waiting for another holder at most that long; nothing when it is still held then.</summary>
    /// <remarks>It waits on the machine's own time: what it waits for is another process, which a test's clock cannot move.</remarks>
    public static async Task<StoreLock?> TakeAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new StoreLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
            }
            catch (IOException problem) when (problem.GetType() == typeof(IOException) && IsHeld(problem))
            {
                if (waited.Elapsed > patience)
                {
                    return null;
                }

                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task<bool> HoldsAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    // EWOULDBLOCK on Linux (11) and macOS (35); ERROR_SHARING_VIOLATION on Windows
    private static bool IsHeld(IOException problem) => problem.HResult is 11 or 35 or unchecked((int)0x80070020);
}
