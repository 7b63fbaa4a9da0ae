using Copilot.Core;

namespace Copilot.Host.SignIn;

/// <summary>What a person reads whom the page cannot let in. Nothing that an authority or a link said is repeated in it.</summary>
internal static class SignInFaults
{
    /// <summary>No cookie, an old one, another's, or an answer that came before.</summary>
    public static Fault NoAttempt(string address) =>
        new("HO-052", $"This sign-in is over or was begun in another browser. Open {address} and sign in from there; a sign-in must be finished within ten minutes.");

    /// <summary>The authority cannot be reached, or its document is wrong.</summary>
    public static readonly Fault AuthorityAway = new("HO-053", "The sign-in of your company does not answer. Try again in a minute; if it stays so, tell your administrator.");

    /// <summary>The person, or the authority for them, said no.</summary>
    public static readonly Fault Denied = new("HO-054", "You were not signed in: it was cancelled, or your company's sign-in does not let you use this page. Try again, or ask your administrator.");

    /// <summary>The authority's answer does not hold.</summary>
    public static readonly Fault Unsound = new("HO-055", "The answer of your company's sign-in could not be accepted, so you were not signed in. Try again; if it stays so, tell your administrator the code below.");

    /// <summary>Nobody of the staff.</summary>
    public static Fault Stranger(string company) =>
        new("HO-056", $"Your company's sign-in knows you, but the copilot of {company} does not know you yet. Ask its administrator to add you to the copilot's people.");

    /// <summary>In no group that gives a role.</summary>
    public static Fault NoGroup(string company) =>
        new("HO-057", $"Your company's sign-in knows you, but none of your groups gives you a role in the copilot of {company}. Ask its administrator for the right group, then sign in again.");

    /// <summary>The authority refuses the page itself: its secret or its registration.</summary>
    public static readonly Fault Misconfigured = new("HO-058", "Your company's sign-in does not accept this page, so nobody can sign in at the moment. Tell your administrator the code below; the host's log has the reason.");

    /// <summary>A page of somebody else tried to begin a sign-in out of sight.</summary>
    public static readonly Fault OutOfSight = new("HO-059", "A sign-in begins with the link on the copilot's own page. Open it there.");
}
