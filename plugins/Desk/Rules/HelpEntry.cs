namespace Copilot.Plugins.Desk.Rules;

/// <summary>What help says of a function.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="What">What it does, to follow "I can".</param>
/// <param name="Question">A question or command that leads to it, with blanks like <c>{customer}</c> to be filled from the records.</param>
internal sealed record HelpEntry(string Tool, string What, string Question)
{
    /// <summary>The blanks of the question.</summary>
    public IEnumerable<string> Blanks
    {
        get
        {
            for (var start = Question.IndexOf('{', StringComparison.Ordinal); start >= 0; start = Question.IndexOf('{', start + 1))
            {
                yield return Question[(start + 1)..Question.IndexOf('}', start)];
            }
        }
    }
}
