using System.Net;
using Copilot.Core;

namespace Copilot.Connectors.Mail;

/// <summary>How mail leaves: the section <c>Copilot:Mail</c>. The sample company's mail is written to a folder whatever stands here.</summary>
public sealed class MailOptions
{
    private const int LongestTimeoutSeconds = 50;

    /// <summary>The mail server's name; none sends no mail.</summary>
    public string? Host { get; set; }

    /// <summary>Its port: 587 for submission, 25 for a relay.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be made secure with STARTTLS before anything else is said. Off for a relay on this machine alone.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>The account to sign in with; none for a server that asks for none.</summary>
    public string? User { get; set; }

    /// <summary>Its password.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mail comes from.</summary>
    public string? From { get; set; }

    /// <summary>The name beside it; the company's where none is given.</summary>
    public string? FromName { get; set; }

    /// <summary>How long one mail may take, in seconds. What takes longer may have been sent.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Where mail that came back is dropped as .eml files; the folder "bounces" of the data folder where none is named.</summary>
    public string? Bounces { get; set; }

    /// <summary>What is wrong with these settings; nothing when they can be used.</summary>
    public Fault? Check()
    {
        if (Bounces is not null && !Path.IsPathFullyQualified(Bounces))
        {
            return Bad("Bounces", Bounces, "a whole path, as /var/spool/copilot/bounces");
        }

        if (Host is null)
        {
            return From is null || Recipient.IsAddress(From) ? null : Bad("From", From, "an address, as accounts@company.example");
        }

        return this switch
        {
            _ when Uri.CheckHostName(Host) == UriHostNameType.Unknown => Bad("Host", Host, "a name, as smtp.company.example"),
            { Port: < 1 or > 65_535 } => Bad("Port", $"{Port}", "a number from 1 to 65535, as 587"),
            { From: null } => Bad("From", "", "an address, as accounts@company.example"),
            _ when !Recipient.IsAddress(From) || !MailKey.IsAscii(From) => Bad("From", From, "an address, as accounts@company.example"),
            { TimeoutSeconds: < 5 or > LongestTimeoutSeconds } => Bad("TimeoutSeconds", $"{TimeoutSeconds}", $"a number from 5 to {LongestTimeoutSeconds}, as 30"),
            _ when MailKey.HasControl(FromName ?? "") => Bad("FromName", "with a line break", "one line, as Lumen & Linden"),
            { User: null, Password: not null } => Bad("User", "", "the account that the password belongs to"),
            { User: not null, Password: null } => Bad("Password", "", "the password of the account"),
            { User: not null, StartTls: false } when !IsHere(Host) => Bad("StartTls", "false", "true: a password is not sent in the clear"),
            _ => null,
        };
    }

    private static bool IsHere(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static Fault Bad(string name, string value, string wanted) => new("MA-001", $"Copilot:Mail:{name} is \"{value}\". It needs {wanted}.");
}
