using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>What the host's own page tells the channels.</summary>
/// <param name="PersonAsync">Who sits at the page that sent a request; nobody where it is no request of the page.</param>
/// <param name="SeatedAsync">Who sits at the browser that sent a request, whether its page sent it or a link was followed.</param>
/// <param name="SignIn">Where one signs in; none where there is no sign-in.</param>
public sealed record PageDoor(
    Func<HttpContext, CancellationToken, Task<string?>> PersonAsync, Func<HttpContext, CancellationToken, Task<string?>> SeatedAsync, string? SignIn);
