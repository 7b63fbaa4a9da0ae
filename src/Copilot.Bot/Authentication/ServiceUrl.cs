namespace Copilot.Bot;

/// <summary>
/// Where replies go. Only the <see cref="ActivityAuthenticator"/> hands one out for an activity that just came, and what it handed out may be
/// stored and read again by <see cref="Read"/>: a reply is never sent to an address that no authenticated activity named.
/// </summary>
internal sealed record ServiceUrl
{
    private ServiceUrl(string value) => Value = value;

    /// <summary>The address without a trailing slash; a path is appended with one.</summary>
    public string Value { get; }

    /// <summary>
    /// Reads an address; null when it cannot be one: relative, not https, or with a user, a query or a fragment. Plain http is taken on
    /// loopback alone, and only for the sample's anonymous caller.
    /// </summary>
    public static ServiceUrl? Read(string? text, bool anonymous)
    {
        // a control character, a space or a backslash would be repaired silently by the parser, and the comparison would see what nobody sent
        if (text is null || text.AsSpan().ContainsAny(Repaired) || !Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return null;
        }

        var scheme = address.Scheme == Uri.UriSchemeHttps || (anonymous && address.Scheme == Uri.UriSchemeHttp && WebAddress.IsLoopback(address));
        if (!scheme || address.UserInfo.Length > 0 || text.AsSpan().ContainsAny('?', '#') || address.IdnHost.Length == 0)
        {
            return null;
        }

        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var host = address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost}]" : address.IdnHost;
        return new ServiceUrl($"{address.Scheme}://{host}{port}{address.AbsolutePath}".TrimEnd('/'));
    }

    /// <summary>The address of a path below it, as <c>v3/conversations</c>; the path's parts are escaped by the caller.</summary>
    public Uri At(string path) => new($"{Value}/{path.TrimStart('/')}", UriKind.Absolute);

    /// <summary>
    /// Whether two name the same place, with or without a trailing slash. Letter case does not matter in the path either: the published clients
    /// compare so, and the host, which is what must not change, has none.
    /// </summary>
    public bool Equals(ServiceUrl? other) => string.Equals(Value, other?.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The address.</summary>
    public override string ToString() => Value;

    private static readonly System.Buffers.SearchValues<char> Repaired =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 33).Select(code => (char)code), '\\', '\u007f']);
}
