using Copilot.Data;

namespace Copilot.Bot;

/// <summary>Where somebody is written to without having asked just now.</summary>
/// <param name="Conversation">Its name in the store.</param>
/// <param name="Where">How it is reached. Without an id the conversation is opened first.</param>
internal sealed record Place(string Conversation, Activity Where);

/// <summary>
/// Finds where people are reached in private: where they were last met alone with the copilot, else in a conversation of their own that is opened for
/// it. What is for one person's eyes is never written into a group or a channel, whoever was met there last.
/// </summary>
internal sealed class Whereabouts(MessageStore messages)
{
    /// <summary>The place of a person; nothing where they were never met.</summary>
    public async Task<Place?> OfAsync(string personKey, CancellationToken cancellationToken)
    {
        Place? opened = null;
        await foreach (var (conversation, reference) in messages.MetAsync(personKey, cancellationToken))
        {
            var where = Activities.Stored(reference);
            if (where.ChannelId != Activities.DirectLine && where.ServiceUrl is null)
            {
                // they were answered in the answer to a call, and there is no other way to them
                continue;
            }

            if (Activities.IsPrivate(where))
            {
                return new Place(conversation, where);
            }

            opened ??= Own(where);
        }

        return opened;
    }

    private static Place Own(Activity met) => new(
        $"{met.ChannelId}:with {met.Recipient?.Id}",
        met with { Conversation = new ConversationAccount { ConversationType = "personal", TenantId = met.Conversation?.TenantId } });
}
