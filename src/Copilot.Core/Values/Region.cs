namespace Copilot.Core;

/// <summary>
/// A place to filter by: a country (two capital letters, "DE") or one of the company's sales regions ("DACH", "US East");
/// "US" takes in both American regions because it is a country.
/// </summary>
public readonly record struct Region(string Code)
{
    /// <summary>Whether it is a country and not a sales region. "UK" is the region; the country is "GB".</summary>
    public bool IsCountry => Code is { Length: 2 } code && code != "UK" && code.All(char.IsAsciiLetterUpper);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
