namespace Copilot.Core;

/// <summary>A call or letter to a customer about money.</summary>
public sealed class ContactLog : Entity
{
    /// <summary>Key.</summary>
    public Id<ContactLog> Id { get; set; }

    /// <summary>Whom.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>call, mail, reminder.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Outcome code: reached, no_answer, promised, disputed, copy_wanted, sent.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>In words.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who.</summary>
    public Id<Person>? ById { get; set; }
}
