using System.Collections.Concurrent;

namespace Copilot.Bot;

/// <summary>Wakes the clients of a conversation when its transcript has grown.</summary>
internal sealed class LineHub
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Listener, byte>> _listeners = new(StringComparer.Ordinal);

    /// <summary>Sockets that are open.</summary>
    public int Open => _listeners.Values.Sum(listeners => listeners.Count);

    /// <summary>A conversation's transcript has grown.</summary>
    public void Changed(string conversation) => Tell(conversation, typing: false);

    /// <summary>The copilot is at work on something that takes a moment.</summary>
    public void Typing(string conversation) => Tell(conversation, typing: true);

    /// <summary>Listens to a conversation until disposed.</summary>
    public Listener Listen(string conversation)
    {
        var listener = new Listener(this, conversation);
        _listeners.GetOrAdd(conversation, _ => new ConcurrentDictionary<Listener, byte>())[listener] = 0;
        return listener;
    }

    private void Tell(string conversation, bool typing)
    {
        if (_listeners.TryGetValue(conversation, out var listeners))
        {
            foreach (var listener in listeners.Keys)
            {
                listener.Wake(typing);
            }
        }
    }

    /// <summary>One client.</summary>
    internal sealed class Listener(LineHub hub, string conversation) : IDisposable
    {
        private readonly SemaphoreSlim _signal = new(0);
        private int _typing;

        /// <summary>Waits for news.</summary>
        /// <returns>Whether there are any; false after the time is up.</returns>
        public Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _signal.WaitAsync(most, cancellationToken);

        /// <summary>Whether the copilot began to type since this was last asked.</summary>
        public bool TookTyping() => Interlocked.Exchange(ref _typing, 0) == 1;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (hub._listeners.TryGetValue(conversation, out var listeners) && listeners.TryRemove(this, out _) && listeners.IsEmpty)
            {
                hub._listeners.TryRemove(new KeyValuePair<string, ConcurrentDictionary<Listener, byte>>(conversation, listeners));
            }
        }

        /// <summary>There is news.</summary>
        public void Wake(bool typing)
        {
            if (typing)
            {
                Interlocked.Exchange(ref _typing, 1);
            }

            _signal.Release();
        }
    }
}
