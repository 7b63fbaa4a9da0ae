namespace Copilot.Core;

/// <summary>
/// What a session has read and is asked for again within its answer. It belongs to that one session: it holds what its person may see, as of its
/// snapshot, and is gone with it.
/// </summary>
public sealed class ReadMemory
{
    private readonly Dictionary<(Type Kind, object Key), object> _kept = [];

    /// <summary>Keeps what was read under its kind and a key.</summary>
    public void Keep<T>(object key, T read)
        where T : class => _kept[(typeof(T), key)] = read;

    /// <summary>What was kept of that kind under a key; nothing where nothing was.</summary>
    public T? Find<T>(object key)
        where T : class => (T?)_kept.GetValueOrDefault((typeof(T), key));

    /// <summary>What is kept under a key, read and kept the first time. That nothing was found is not kept.</summary>
    public async Task<T?> OnceAsync<T>(object key, Func<CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Find<T>(key) is { } kept)
        {
            return kept;
        }

        var found = await read(cancellationToken);
        if (found is not null)
        {
            Keep(key, found);
        }

        return found;
    }
}
