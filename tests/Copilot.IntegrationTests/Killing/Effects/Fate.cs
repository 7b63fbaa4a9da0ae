namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>What came of an errand, as host, databases and mail server each know it.</summary>
/// <param name="Key">The key of its effect.</param>
/// <param name="Kind">What it changes.</param>
/// <param name="Acknowledged">Whether the host acknowledged the decision.</param>
/// <param name="Confirmed">Whether the proposal stands confirmed.</param>
/// <param name="State">Where its effect stands: "Done".</param>
/// <param name="Called">Whether the ledger says that the call went out.</param>
/// <param name="Happened">How often the mail was taken, or how often the records hold the change.</param>
/// <param name="KeyStands">Whether the company's records hold its key.</param>
internal sealed record Fate(string Key, ErrandKind Kind, bool Acknowledged, bool Confirmed, string State, bool Called, int Happened, bool KeyStands)
{
    /// <summary>Whether it is a mail.</summary>
    public bool Outside => Kind == ErrandKind.Mail;
}
