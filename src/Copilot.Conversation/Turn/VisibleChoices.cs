using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// Sentences are understood with all names of the company, whoever asks; what is offered back must be what that person may see. A name that
/// is ambiguous for the company may then mean one customer, or none.
/// </summary>
internal static class VisibleChoices
{
    /// <summary>The question with only those names among its choices that the person may see; the question itself where its choices are no names.</summary>
    public static async Task<OpenQuestion> OfAsync(OpenQuestion question, OpenTurn turn, CancellationToken cancellationToken)
    {
        if (question.Typed is null || question.Argument is not ("customer" or "account" or "keep" or "merge"))
        {
            return question;
        }

        var read = (await turn.ContextAsync(cancellationToken)).Read;
        var names = question.Choices.ToList();
        var visible = question.Argument == "customer"
            ? await read.ListAsync(read.Customers.Where(row => names.Contains(row.Name)).Select(row => row.Name), cancellationToken)
            : await read.ListAsync(read.Accounts.Where(row => names.Contains(row.Name)).Select(row => row.Name), cancellationToken);
        return question with { Choices = [.. names.Where(visible.Contains)] };
    }
}
