namespace Copilot.Core;

/// <summary>What a CRM duplicate is of.</summary>
public enum RecordKind
{
    /// <summary>Companies.</summary>
    Account,

    /// <summary>People.</summary>
    Contact,
}
