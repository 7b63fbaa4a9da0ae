namespace Copilot.Benchmarks.Load;

/// <summary>What is asked under load, and by whom.</summary>
/// <param name="Person">A colleague of the sample company.</param>
/// <param name="Text">What they type.</param>
internal sealed record Question(string Person, string Text)
{
    /// <summary>Somebody who may see every subject.</summary>
    private const string Anyone = "nadia.hassan";

    /// <summary>What one customer owes.</summary>
    public static IReadOnlyList<Question> One { get; } = [new(Anyone, "what does Kaufhaus Adler owe us")];

    /// <summary>What a collector asks of each customer: more questions than answers are kept, so that asked in turn each is computed anew.</summary>
    public static IReadOnlyList<Question> OfEach(IReadOnlyList<string> customers) =>
    [
        .. from form in (string[])["what does {0} owe us", "open orders for {0}", "overdue invoices of {0}", "credit exposure of {0}", "disputes of {0}", "payment promises of {0}", "dso of {0}"]
           from customer in customers
           select new Question(Anyone, form.Replace("{0}", customer, StringComparison.Ordinal)),
    ];

    /// <summary>Ten that are usual at ten desks.</summary>
    public static IReadOnlyList<Question> Usual { get; } =
    [
        new(Anyone, "what does Kaufhaus Adler owe us"), new(Anyone, "aging by region"), new(Anyone, "which invoices are overdue more than 60 days"),
        new(Anyone, "which orders are on hold"), new(Anyone, "show SO-10482"), new(Anyone, "stock of LL-CDL-200"), new(Anyone, "late shipments last month"),
        new(Anyone, "pipeline by stage"), new(Anyone, "open orders for Trendhaus"), new(Anyone, "unmatched payments"),
    ];
}
