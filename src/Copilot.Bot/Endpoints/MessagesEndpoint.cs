using Copilot.Core;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary><c>POST /api/messages</c>: where a channel brings its activities. What is answered with success is stored.</summary>
internal sealed class MessagesEndpoint(ActivityAuthenticator authenticator, StaffOfChannels staff, InboxDoor door, Invokes invokes, PersonPace pace)
{
    // every other type asks for nothing: it is taken politely, and not kept
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "message", "conversationUpdate", "installationUpdate" };

    /// <summary>Takes an activity.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (read, refusal) = await Bodies.ReadAsync(context, cancellationToken);
        if (read is null)
        {
            return refusal!;
        }

        var admission = await authenticator.CheckAsync(context, read, cancellationToken);
        if (admission.Caller is not { } caller)
        {
            return Bodies.Refuse(admission.Status, admission.Fault!);
        }

        if (Incomplete(read) is { } fault)
        {
            return Bodies.Refuse(StatusCodes.Status400BadRequest, fault);
        }

        var activity = read with { ServiceUrl = caller.ReplyTo?.Value, Id = read.Id ?? Guid.CreateVersion7().ToString("N") };
        var person = await staff.KeyAsync(activity, caller, cancellationToken);
        if (pace.Refusal(context, person.Length > 0 ? person : $"{activity.ChannelId} {activity.From!.Id}") is { } tooMany)
        {
            return tooMany;
        }

        if (activity.Type == "invoke")
        {
            return await invokes.AnswerAsync(activity, person, cancellationToken);
        }

        if (!Kept.Contains(activity.Type))
        {
            return Results.Ok();
        }

        var turn = await door.TakeAsync(activity, person, null, cancellationToken);
        if (activity.DeliveryMode != "expectReplies")
        {
            return Results.Ok();
        }

        return Bodies.Set(turn is null ? await door.AgainAsync(activity, cancellationToken) : await turn);
    }

    private static Fault? Incomplete(Activity activity) =>
        string.IsNullOrEmpty(activity.ChannelId) ? Missing("channelId")
        : string.IsNullOrEmpty(activity.Conversation?.Id) ? Missing("conversation.id")
        : string.IsNullOrEmpty(activity.From?.Id) ? Missing("from.id")
        : activity.ChannelId == Activities.DirectLine ? new Fault("BT-033", "Conversations of the page do not come through this door.")
        : activity.DeliveryMode != "expectReplies" && string.IsNullOrEmpty(activity.ServiceUrl) ? Missing("serviceUrl") : null;

    private static Fault Missing(string field) => new("BT-032", $"The activity has no {field}.");
}
