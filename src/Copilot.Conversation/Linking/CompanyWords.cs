namespace Copilot.Conversation;

/// <summary>Words that stand in the names of many companies and alone name none.</summary>
internal static class CompanyWords
{
    private static readonly HashSet<string> Words = (
        "online stores store shop shops group gruppe groupe groep boutiques boutique pharmacy pharmacies apotheke apotheken department departments street market markets markt gifts gift retail travel hotels hotel "
        + "spa beauty main gmbh ltd limited inc llc plc sarl srl company trading international europe holding holdings partners partner services service logistics distribution fulfilment fulfillment "
        + "beheer handel vertrieb cosmetics parfums home house haus maison casa north south east west nord sud new city central global brothers sons blue green golden apothecary").Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it is one of them.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
