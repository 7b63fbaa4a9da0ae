using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Copilot.Gate;

namespace Copilot.Connectors.Mail;

/// <summary>
/// Hands a mail to the mail server. Refused is what the server refused by its own answer, and what never reached it; from the moment it is connected,
/// everything else may have been sent.
/// </summary>
internal sealed class SmtpPost(MailOptions options)
{
    private const int LongestAnswer = 200;

    /// <summary>The execution was settled by others before it called.</summary>
    public static PostOutcome NoLonger { get; } = new(ExecutionEnd.Failed, "It took so long to begin that it was settled meanwhile; nothing was sent.");

    /// <summary>Sends it.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="calling">Notes that the call goes out now, once a server answers; where it may not any more, nothing is sent.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<PostOutcome> SendAsync(MailMessage message, Func<CancellationToken, Task<bool>> calling, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        if (await UnreachableAsync(limit.Token) is { } unreachable)
        {
            return unreachable;
        }

        if (!await calling(limit.Token))
        {
            return NoLonger;
        }

        var client = new SmtpClient(options.Host!, options.Port)
        {
            EnableSsl = options.StartTls, DeliveryFormat = SmtpDeliveryFormat.SevenBit, Timeout = (int)TimeSpan.FromSeconds(options.TimeoutSeconds).TotalMilliseconds,
            UseDefaultCredentials = false, Credentials = options.User is null ? null : new NetworkCredential(options.User, options.Password),
        };
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new PostOutcome(ExecutionEnd.Done, "");
        }
        catch (SmtpFailedRecipientException refused)
        {
            return Refused(refused, message.To.Count);
        }
        catch (SmtpException problem)
        {
            return Judge(problem);
        }
        catch (OperationCanceledException)
        {
            return Unclear($"it did not answer within {options.TimeoutSeconds} seconds");
        }
#pragma warning disable CA1031 // whatever else breaks while it is sent, the mail may have left
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return Unclear(problem.GetType().Name);
        }
        finally
        {
            GoodBye(client);
        }
    }

    // a server that cannot be reached took nothing for certain; after that the client no longer tells how far it came
    private async Task<PostOutcome?> UnreachableAsync(CancellationToken cancellationToken)
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(options.Host!, options.Port, cancellationToken);
            return null;
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            var why = problem is SocketException socket ? socket.SocketErrorCode.ToString() : $"no answer within {options.TimeoutSeconds} seconds";
            return new PostOutcome(ExecutionEnd.Failed, $"The mail server {options.Host} could not be reached ({why}); nothing was sent. Try again later, or have the administrator look at Copilot:Mail.");
        }
    }

    private PostOutcome Judge(SmtpException problem) => problem switch
    {
        { InnerException: SocketException } => new PostOutcome(ExecutionEnd.Failed, $"The mail server {options.Host} could not be reached; nothing was sent. Try again later."),
        { InnerException: AuthenticationException } => new PostOutcome(ExecutionEnd.Failed, $"No secure connection to {options.Host} could be made, since its certificate is not trusted here; nothing was sent. Have the administrator look at it."),
        { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } when options.StartTls && problem.Message.Contains("secure connection", StringComparison.OrdinalIgnoreCase) =>
            new PostOutcome(ExecutionEnd.Failed, $"{options.Host} offers no secure connection (STARTTLS); nothing was sent. Have the administrator look at Copilot:Mail."),
        _ when (int)problem.StatusCode is >= 400 and < 600 => new PostOutcome(
            ExecutionEnd.Failed, $"{options.Host} refused the mail: {(int)problem.StatusCode} {Clean(problem.Message)}. Nothing was sent.{((int)problem.StatusCode < 500 ? " It said for now: try again later." : "")}"),
        _ => Unclear(Clean((problem.InnerException ?? problem).Message)),
    };

    // where some are refused the client has sent to the others by the time it tells
    private PostOutcome Refused(SmtpFailedRecipientException problem, int recipients)
    {
        var refused = problem is SmtpFailedRecipientsException several ? several.InnerExceptions : [problem];
        var named = string.Join("; ", refused.Select(one => $"{one.FailedRecipient?.Trim('<', '>')}: {(int)one.StatusCode} {Clean(one.Message)}"));
        return refused.Length >= recipients
            ? new PostOutcome(ExecutionEnd.Failed, $"{options.Host} refused every recipient ({named}). Nothing was sent.")
            : new PostOutcome(ExecutionEnd.Done, $"Refused were {named}: they got nothing.");
    }

    private PostOutcome Unclear(string why) => new(ExecutionEnd.Unknown, $"The connection to {options.Host} ended before it said whether it took the mail ({why}): it may have been sent.");

    // another system's words: one line of them, and not too many
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestAnswer));
        foreach (var character in text.Take(LongestAnswer))
        {
            clean.Append(char.IsControl(character) ? ' ' : character);
        }

        return clean.ToString().Trim().TrimEnd('.');
    }

    // the last word to the server changes nothing of what it said before
    private static void GoodBye(SmtpClient client)
    {
        try
        {
            client.Dispose();
        }
        catch (Exception problem) when (problem is SmtpException or IOException or SocketException or InvalidOperationException)
        {
        }
    }
}
