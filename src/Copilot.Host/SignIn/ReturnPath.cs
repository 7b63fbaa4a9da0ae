namespace Copilot.Host.SignIn;

/// <summary>Where a person goes after signing in: a path of this host, whatever a link says.</summary>
internal static class ReturnPath
{
    private const string Home = "/";
    private const int Longest = 2_000;

    /// <summary>The path when it is local, else the page's beginning.</summary>
    public static string Of(string? text) => text is { Length: > 0 and <= Longest } && IsLocal(text) ? text : Home;

    // "//host" and "/\host" lead elsewhere, browsers drop tabs and line ends before they look, and the sign-in itself would go in circles
    private static bool IsLocal(string text) =>
        text[0] == '/' && (text.Length == 1 || text[1] is not ('/' or '\\'))
        && text.All(letter => letter is > ' ' and < '\x7f' and not '\\')
        && !text.StartsWith(SignInEndpoints.Path, StringComparison.OrdinalIgnoreCase);
}
