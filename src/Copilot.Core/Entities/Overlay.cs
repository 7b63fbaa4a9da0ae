namespace Copilot.Core;

/// <summary>
/// One value that a confirmed effect gave to a record of another system, on top of what was imported: it stays until that system shows it. A
/// record that was made here is one of these as a whole.
/// </summary>
public sealed class Overlay : Entity
{
    /// <summary>Key.</summary>
    public Id<Overlay> Id { get; set; }

    /// <summary>Key of the effect: P-1042/1.</summary>
    public string Effect { get; set; } = "";

    /// <summary>What was confirmed, in a few words: "Hold SO-10482".</summary>
    public string Reason { get; set; } = "";

    /// <summary>The kind of record, as the records name it: Order, OrderLine, Invoice.</summary>
    public string Record { get; set; } = "";

    /// <summary>The record's key in the store.</summary>
    public int RecordKey { get; set; }

    /// <summary>The document it is known by: "SO-10482", "SO-10482 line 2".</summary>
    public string Document { get; set; } = "";

    /// <summary>The field, as the records name it; empty where the record as a whole was made here.</summary>
    public string Field { get; set; } = "";

    /// <summary>What the source last said, as it is stored; nothing for nothing.</summary>
    public string? Before { get; set; }

    /// <summary>What stands there now, as it is stored; nothing for nothing.</summary>
    public string? After { get; set; }

    /// <summary>What the source last said, to be read.</summary>
    public string BeforeText { get; set; } = "";

    /// <summary>What stands there now, to be read; for a record made here, its contents.</summary>
    public string AfterText { get; set; } = "";

    /// <summary>The currency of an amount.</summary>
    public CurrencyCode? Currency { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who confirmed it.</summary>
    public Id<Person>? ById { get; set; }

    /// <summary>How far the source is with it.</summary>
    public OverlayState State { get; set; }

    /// <summary>When that was last found out.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>From which file, or by whom.</summary>
    public string? SettledBy { get; set; }

    /// <summary>What the source shows, to be read; nothing before it showed anything.</summary>
    public string? SourceText { get; set; }

    /// <summary>The order it belongs to.</summary>
    public Id<Order>? OrderId { get; set; }

    /// <summary>The invoice it belongs to.</summary>
    public Id<Invoice>? InvoiceId { get; set; }

    /// <summary>The customer it belongs to.</summary>
    public Id<Customer>? CustomerId { get; set; }
}
