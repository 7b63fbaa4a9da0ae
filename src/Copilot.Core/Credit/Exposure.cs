namespace Copilot.Core;

/// <summary>
/// A customer's credit exposure against the limit: open items + shipped not invoiced + confirmed not shipped − unapplied cash
/// (<see cref="ExposureRules"/>). It is counted in the customer's account currency while the items and the limit are all in it, else in the
/// base currency at the day's rates.
/// </summary>
public sealed class Exposure
{
    private static readonly (ExposurePart Part, string Key, string Label, string Definition, string Source)[] Parts =
    [
        (ExposurePart.OpenInvoice, "open_invoices", "Open invoices", "what is still owed of each open invoice", "receivables"),
        (ExposurePart.OpenCredit, "open_credits", "Open credit notes", "what of each credit note is not yet applied", "receivables"),
        (ExposurePart.ShippedNotInvoiced, "shipped_not_invoiced", "Shipped, not invoiced", "(units shipped less units invoiced) at the order's price, orders neither invoiced nor cancelled", "orders"),
        (ExposurePart.ConfirmedNotShipped, "confirmed_not_shipped", "Confirmed, not shipped", "units ordered, not cancelled, neither shipped nor invoiced, at the order's price, of confirmed orders not held for credit", "orders"),
        (ExposurePart.UnappliedCash, "unapplied_cash", "Unapplied cash", "what of each payment is not yet applied", "receivables"),
    ];

    private readonly RateTable _rates;

    /// <summary>The exposure of a customer from its items.</summary>
    public Exposure(Customer customer, IReadOnlyList<ExposureItem> items, IReadOnlyList<ExposureWaiting> waiting, CreditLimit? limit, RateTable rates)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(rates);
        (Customer, Items, Waiting, Limit, _rates) = (customer, items, waiting, limit, rates);
        var mixed = items.Any(item => item.Amount.Currency != customer.Currency) || waiting.Any(item => item.Amount.Currency != customer.Currency)
            || (limit is not null && limit.Currency != customer.Currency);
        Currency = mixed ? rates.Target : customer.Currency;
        Figure = Build("exposure");
    }

    /// <summary>Whose.</summary>
    public Customer Customer { get; }

    /// <summary>What counts.</summary>
    public IReadOnlyList<ExposureItem> Items { get; }

    /// <summary>Orders' goods that do not count, and why.</summary>
    public IReadOnlyList<ExposureWaiting> Waiting { get; }

    /// <summary>The limit that holds on the day; none when none is agreed.</summary>
    public CreditLimit? Limit { get; }

    /// <summary>The currency in which it is counted.</summary>
    public CurrencyCode Currency { get; }

    /// <summary>The exposure with its bridge; key <c>exposure</c>, its parts <c>exposure.open_invoices</c> and so on.</summary>
    public Figure Figure { get; }

    /// <summary>The exposure.</summary>
    public Money Total => Money.FromMajor(Figure.Value.Number, Currency);

    /// <summary>The limit in the exposure's currency; nothing when none is agreed or its currency has no rate.</summary>
    public Money? LimitAmount => Limit is null ? null : In(new Money(Limit.LimitMinor, Limit.Currency));

    /// <summary>Limit − exposure; negative when the customer is over; nothing without a limit.</summary>
    public Money? Headroom => LimitAmount - Total;

    /// <summary>What the open invoices owe, before credits and cash.</summary>
    public Money OpenInvoices => Money.FromMajor(PartOf(ExposurePart.OpenInvoice).Value.Number, Currency);

    /// <summary>Whether the exposure is above the limit.</summary>
    public bool Over => Headroom is { Minor: < 0 };

    /// <summary>An amount in the exposure's currency at the day's rate; nothing where no rate is known.</summary>
    public Money? In(Money amount) => amount.Currency == Currency ? amount : _rates.Convert(amount);

    /// <summary>The same figure under another key, for answers that show several customers.</summary>
    public Figure Build(string key)
    {
        var parts = Parts.Select(part => new BridgePart(ExposureItem.SignOf(part.Part), PartFigure(key, part))).ToList();
        return Figures.Total(key, "Exposure", "open invoices − open credit notes + shipped not invoiced + confirmed not shipped − unapplied cash", parts, LeftOut());
    }

    /// <summary>One part of the exposure with its bridge; its key is the part's, as <c>exposure.unapplied_cash</c>, after the given one.</summary>
    public Figure PartOf(ExposurePart part, string key = "exposure") => PartFigure(key, Array.Find(Parts, candidate => candidate.Part == part));

    /// <summary>The limit with its bridge, in the exposure's currency; nothing when none is agreed or its currency has no rate.</summary>
    public Figure? LimitFigure(string key)
    {
        if (Limit is null || LimitAmount is null)
        {
            return null;
        }

        var text = new BridgeText($"the newest limit that has begun, valid from {Limit.ValidFrom:yyyy-MM-dd}", "receivables", $"customer {Customer.Name}");
        var agreed = Figures.Sum(key, "Credit limit", Limit.Currency, text, [(Customer.Name, new Money(Limit.LimitMinor, Limit.Currency))]);
        return Limit.Currency == Currency ? agreed : _rates.Total(key, "Credit limit", [agreed with { Key = $"{key}.{Limit.Currency.Code.ToLowerInvariant()}" }]);
    }

    /// <summary>Limit − exposure with its bridge; nothing without a limit.</summary>
    public Figure? HeadroomFigure(string key) => LimitFigure($"{key}.limit") is { } limit
        ? Figures.Total(key, "Room under the limit", "credit limit − exposure", [new BridgePart(1, limit), new BridgePart(-1, Build($"{key}.exposure"))])
        : null;

    private Figure PartFigure(string key, (ExposurePart Part, string Key, string Label, string Definition, string Source) part)
    {
        var text = new BridgeText(part.Definition, part.Source, $"customer {Customer.Name}");
        var items = Items.Where(item => item.Part == part.Part).ToList();
        var name = $"{key}.{part.Key}";
        if (items.TrueForAll(item => item.Amount.Currency == Currency))
        {
            return Figures.Sum(name, part.Label, Currency, text, [.. items.Select(item => (item.Document, item.Amount))]);
        }

        var subtotals = items.GroupBy(item => item.Amount.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Figures.Sum($"{name}.{group.Key.Code.ToLowerInvariant()}", $"{part.Label} in {group.Key}", group.Key, text, [.. group.Select(item => (item.Document, item.Amount))]))
            .ToList();
        return _rates.Total(name, part.Label, subtotals);
    }

    private List<LeftOut> LeftOut() =>
    [
        .. Waiting.GroupBy(item => (item.Reason, item.Amount.Currency)).OrderBy(group => group.Key.Reason).Select(group => new LeftOut(
            group.Key.Reason switch
            {
                ExposureWaitReason.OnCreditHold => "orders on credit hold",
                ExposureWaitReason.NotConfirmed => "orders not confirmed",
                ExposureWaitReason.ShippedShort => "short remainders of shipped orders",
                _ => throw new InvalidOperationException($"Reason {group.Key.Reason} has no wording."),
            },
            group.Count(),
            Measure.Of(group.Aggregate(Money.Zero(group.Key.Currency), (sum, item) => sum + item.Amount)))),
    ];
}
