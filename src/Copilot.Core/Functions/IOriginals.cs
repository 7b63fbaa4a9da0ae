namespace Copilot.Core;

/// <summary>The originals of invoices, as the system that wrote them left them. They are never made here.</summary>
public interface IOriginals
{
    /// <summary>
    /// The originals to go along with one mail, one entry for each number in the order given. Files beyond the bounds of a mail, or of all mails of
    /// one turn together, are left out and said so.
    /// </summary>
    /// <param name="numbers">The invoices' numbers, as the records have them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<Original>> FindAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken);
}

/// <summary>What is at hand of an invoice's original.</summary>
/// <param name="Number">The invoice's number.</param>
/// <param name="State">Whether it can be sent, and why not.</param>
/// <param name="File">The file, frozen; only where it was found.</param>
public sealed record Original(string Number, OriginalState State, FrozenAttachment? File);

/// <summary>Whether an original can be sent.</summary>
public enum OriginalState
{
    /// <summary>It can.</summary>
    Found,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>The file holds nothing.</summary>
    Empty,

    /// <summary>The file is no PDF.</summary>
    NotPdf,

    /// <summary>The file is larger than a mail may carry.</summary>
    TooLarge,

    /// <summary>The mail carries as many or as much as it may already.</summary>
    BeyondBounds,

    /// <summary>The file cannot be opened.</summary>
    Unreadable,
}
