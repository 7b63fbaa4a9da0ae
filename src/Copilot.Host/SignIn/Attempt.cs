namespace Copilot.Host.SignIn;

/// <summary>One sign-in that has begun: what its end is held against. It lies with the browser alone, signed.</summary>
/// <param name="State">Comes back in the authority's answer (RFC 6749, 10.12).</param>
/// <param name="Nonce">Comes back inside the id token (OpenID Connect Core 1.0, 3.1.2.1).</param>
/// <param name="Verifier">Whose hash went with the question, and which itself goes with the code (RFC 7636).</param>
/// <param name="ReturnPath">Where the person wanted to go: a path of this host.</param>
internal sealed record Attempt(string State, string Nonce, string Verifier, string ReturnPath);
