namespace Copilot.Bot;

/// <summary>Every way to be refused, once: the code is stable, the sentence says what to look at and never quotes what was sent.</summary>
internal static class AuthRefusals
{
    public static Admission NoToken { get; } = Admission.Unknown("BT-002", "The request carries no token. A channel sends one in the Authorization header.");

    public static Admission NotLocal { get; } = Admission.Unknown("BT-003", "Without a token only a program on this machine may write, connected directly and not through a proxy or a foreign web page.");

    public static Admission BadHeader { get; } = Admission.Unknown("BT-004", "The Authorization header is not one \"Bearer\" and one signed token.");

    public static Admission TooLong { get; } = Admission.Unknown("BT-005", "The Authorization header is longer than any real token.");

    public static Admission BadAlgorithm { get; } = Admission.Unknown("BT-006", "The token is not signed in a way its issuer announces.");

    public static Admission UnknownIssuer { get; } = Admission.Unknown("BT-007", "The token's issuer is neither the channel nor the bot's own directory.");

    public static Admission UnknownKey { get; } = Admission.Unknown("BT-008", "The token is signed with a key its issuer does not publish.");

    public static Admission BadSignature { get; } = Admission.Unknown("BT-009", "The token's signature is wrong.");

    public static Admission Expired { get; } = Admission.Unknown("BT-010", "The token has expired. If it is fresh, compare this machine's clock.");

    public static Admission NotYetValid { get; } = Admission.Unknown("BT-011", "The token is not valid yet. Compare this machine's clock.");

    public static Admission BadAudience { get; } = Admission.Unknown("BT-012", "The token is meant for another application. Compare Copilot:Bot:AppId with the bot's registration.");

    public static Admission BadToken { get; } = Admission.Unknown("BT-013", "The token cannot be read, or lacks what it must say.");

    public static Admission NoKeys { get; } = Admission.Unknown("BT-014", "The issuer's keys cannot be read, so no token can be checked. Look at the connection to Copilot:Bot:OpenIdAddress.");

    public static Admission OtherServiceUrl { get; } = Admission.Forbidden("BT-015", "The activity wants its replies somewhere the token does not name.");

    public static Admission BadServiceUrl { get; } = Admission.Forbidden("BT-016", "The activity's serviceUrl is no https address without user and query.");

    public static Admission NotEndorsed { get; } = Admission.Forbidden("BT-017", "The token's key does not speak for the activity's channel.");

    public static Admission OtherTenant { get; } = Admission.Forbidden("BT-018", "The conversation belongs to an organisation that may not use this bot. See Copilot:Bot:AllowedTenants.");

    public static Admission NoTenant { get; } = Admission.Forbidden("BT-019", "The activity does not say to which organisation its conversation belongs.");

    public static Admission OtherApplication { get; } = Admission.Forbidden("BT-020", "The directory's token was given to an application or a person that may not speak for the channel. See Copilot:Bot:DirectoryCallers.");
}
