namespace Copilot.Data;

/// <summary>
/// The key under which what a person wrote, was told or is written to about is kept. Without its row nothing of that can be read again, in the
/// copilot's own records, in its ledger or in a copy of either that holds no keys.
/// </summary>
internal sealed class PersonKeyRow
{
    /// <summary>Key; never given twice.</summary>
    public long Id { get; set; }

    /// <summary>Whose it is: "person:hannah.price", "contact:ap@adler.example", or "house" for what names nobody.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What the ledger calls them: it says nothing once this row is gone.</summary>
    public string Alias { get; set; } = "";

    /// <summary>256 random bits.</summary>
    public byte[] Secret { get; set; } = [];

    /// <summary>Since when.</summary>
    public DateTimeOffset MadeAt { get; set; }
}
