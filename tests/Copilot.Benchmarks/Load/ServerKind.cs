namespace Copilot.Benchmarks.Load;

/// <summary>What a server process does with a message.</summary>
internal enum ServerKind
{
    /// <summary>Nothing: how long the runtime and its web server take to start.</summary>
    Hello,

    /// <summary>One durable commit for each request, by one writer.</summary>
    Commit,

    /// <summary>The same by the inbox's own writer: requests that wait for the disk share the next commit.</summary>
    SharedCommit,

    /// <summary>Everything that the host does with a message, but what it says is what it heard.</summary>
    Echo,

    /// <summary>The host.</summary>
    Host,
}
