namespace Copilot.Plugins.Receivables.Rules;

/// <summary>How late an open invoice is: the usual five columns of an aged trial balance.</summary>
internal enum AgeBucket
{
    /// <summary>Not due yet; the due day itself counts here.</summary>
    NotDue,

    /// <summary>1 to 30 days past due.</summary>
    To30,

    /// <summary>31 to 60 days past due.</summary>
    To60,

    /// <summary>61 to 90 days past due.</summary>
    To90,

    /// <summary>More than 90 days past due.</summary>
    Over90,
}
