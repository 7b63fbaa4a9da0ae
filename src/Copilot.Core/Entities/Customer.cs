namespace Copilot.Core;

/// <summary>A company that buys.</summary>
public sealed class Customer : Entity
{
    /// <summary>Key.</summary>
    public Id<Customer> Id { get; set; }

    /// <summary>Natural key: the customer number.</summary>
    public string Code { get; set; } = "";

    /// <summary>Display name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Folded display name.</summary>
    public string NameFolded { get; set; } = "";

    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; set; } = "";

    /// <summary>Sales region.</summary>
    public string Region { get; set; } = "";

    /// <summary>The language in which mail goes out.</summary>
    public Language Language { get; set; }

    /// <summary>Currency of its account.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Wholesale or web shop.</summary>
    public Channel Channel { get; set; }

    /// <summary>Sales representative.</summary>
    public Id<Person>? OwnerId { get; set; }

    /// <summary>Collector.</summary>
    public Id<Person>? CollectorId { get; set; }

    /// <summary>Days from invoice date to due date.</summary>
    public int PaymentTermsDays { get; set; }

    /// <summary>Early-payment discount: days within which it may be taken; nought for none.</summary>
    public int DiscountDays { get; set; }

    /// <summary>Early-payment discount in percent.</summary>
    public decimal DiscountPercent { get; set; }

    /// <summary>Interest on what is paid late, in percent a year, as agreed in its terms; none where they say nothing of it.</summary>
    public decimal? LateInterestPercent { get; set; }

    /// <summary>Smallest order value accepted, in minor units of its currency.</summary>
    public long MinimumOrderMinor { get; set; }

    /// <summary>Remaining shelf life it demands on delivery.</summary>
    public int MinimumShelfLifeDays { get; set; }

    /// <summary>Whether its routing guide is enforced with chargebacks.</summary>
    public bool RoutingGuideStrict { get; set; }

    /// <summary>Whether it exchanges EDI messages.</summary>
    public bool Edi { get; set; }

    /// <summary>Not to be reminded.</summary>
    public bool RemindersOff { get; set; }

    /// <summary>Legal or bad-debt case: stops friendly letters.</summary>
    public CollectionFlag CollectionFlag { get; set; }

    /// <summary>The customer that it seems to be a second record of.</summary>
    public Id<Customer>? DuplicateOfId { get; set; }

    /// <summary>False once closed.</summary>
    public bool Active { get; set; }
}
