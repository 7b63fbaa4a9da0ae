using Copilot.Core;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary><c>POST /api/messages</c>: where a channel brings its activities. What is answered with success is stored.</summary>
internal sealed class MessagesEndpoint(ActivityAuthenticator authenticator, StaffOfChannels staff, InboxDoor door, Invokes invokes, PersonPace pace, TimeProvider time)
{
    // every other type asks for nothing: it is taken politely, and not kept
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "message", "conversationUpdate", "installationUpdate" };

    /// <summary>Takes an activity.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var (read, refusal) = await Bodies.ReadAsync(context, cancellationToken);
        return read is null ? refusal! : read.Type == "invoke" ? await InvokedAsync(context, read, began, cancellationToken) : await TakeAsync(context, read, cancellationToken);
    }

    private async Task<IResult> TakeAsync(HttpContext context, Activity read, CancellationToken cancellationToken)
    {
        var (activity, person, refusal) = await AdmitAsync(context, read, cancellationToken);
        if (activity is null)
        {
            return refusal!;
        }

        if (!Kept.Contains(activity.Type))
        {
            return Results.Ok();
        }

        var turn = await door.TakeAsync(activity, person, null, cancellationToken);
        if (!Activities.IsAwaited(activity))
        {
            return Results.Ok();
        }

        return Bodies.Set(turn is null ? await door.AgainAsync(activity, cancellationToken) : await turn);
    }

    // the keys of whoever signed it may have to be fetched: that is part of the time in which the client wants its answer
    private async Task<IResult> InvokedAsync(HttpContext context, Activity read, long began, CancellationToken cancellationToken)
    {
        var left = Invokes.Longest - time.GetElapsedTime(began);
        using var over = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            var (activity, person, refusal) = await AdmitAsync(context, read, limit.Token);
            return activity is null ? refusal! : await invokes.AnswerAsync(context, activity, person, limit.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Invokes.NotBegun();
        }
    }

    private async Task<(Activity? Activity, string Person, IResult? Refusal)> AdmitAsync(HttpContext context, Activity read, CancellationToken cancellationToken)
    {
        var admission = await authenticator.CheckAsync(context, read, cancellationToken);
        if (admission.Caller is not { } caller)
        {
            return (null, "", Bodies.Refuse(admission.Status, admission.Fault!));
        }

        if (Incomplete(read) is { } fault)
        {
            return (null, "", Bodies.Refuse(StatusCodes.Status400BadRequest, fault));
        }

        var activity = read with { ServiceUrl = caller.ReplyTo?.Value, Id = read.Id ?? Guid.CreateVersion7().ToString("N") };
        var person = await staff.KeyAsync(activity, caller, cancellationToken);
        return pace.Refusal(context, person.Length > 0 ? person : $"{activity.ChannelId} {activity.From!.Id}") is { } tooMany ? (null, "", tooMany) : (activity, person, null);
    }

    private static Fault? Incomplete(Activity activity) =>
        string.IsNullOrEmpty(activity.ChannelId) ? Missing("channelId")
        : string.IsNullOrEmpty(activity.Conversation?.Id) ? Missing("conversation.id")
        : string.IsNullOrEmpty(activity.From?.Id) ? Missing("from.id")
        : activity.ChannelId == Activities.DirectLine ? new Fault("BT-033", "Conversations of the page do not come through this door.")
        : !Activities.IsAwaited(activity) && string.IsNullOrEmpty(activity.ServiceUrl) ? Missing("serviceUrl") : null;

    private static Fault Missing(string field) => new("BT-032", $"The activity has no {field}.");
}
