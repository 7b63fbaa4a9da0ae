namespace Copilot.Data;

/// <summary>That a person said they are away, and who is asked in their place meanwhile. It widens who is asked, never who may decide.</summary>
internal sealed class AbsenceRow
{
    /// <summary>Who is away: one absence each.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>Their first day away, in their own zone.</summary>
    public DateOnly From { get; set; }

    /// <summary>Their last day away.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Who stands in; nobody where none is named.</summary>
    public string? Deputy { get; set; }

    /// <summary>When they said so.</summary>
    public DateTimeOffset SaidAt { get; set; }
}
