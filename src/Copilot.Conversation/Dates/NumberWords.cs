namespace Copilot.Conversation;

/// <summary>Small whole numbers in words.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Words = Build(
        "1 one ein eine einen einem einer un une een", "2 two zwei deux twee", "3 three drei trois drie", "4 four vier quatre", "5 five funf fuenf cinq vijf", "6 six sechs zes",
        "7 seven sieben sept zeven", "8 eight acht huit", "9 nine neun neuf negen", "10 ten zehn dix tien", "11 eleven elf onze", "12 twelve zwolf zwoelf douze twaalf dozen dutzend",
        "14 fourteen vierzehn quatorze veertien", "15 fifteen funfzehn quinze vijftien", "20 twenty zwanzig vingt twintig", "30 thirty dreissig trente dertig",
        "45 fortyfive funfundvierzig vijfenveertig", "50 fifty funfzig cinquante vijftig", "60 sixty sechzig soixante zestig", "90 ninety neunzig negentig", "100 hundred hundert cent honderd");

    /// <summary>The number a word stands for.</summary>
    public static bool TryGet(string folded, out int number) => Words.TryGetValue(folded, out number);

    private static Dictionary<string, int> Build(params string[] lists) => lists
        .Select(list => list.Split(' '))
        .SelectMany(list => list.Skip(1).Select(word => (word, Number: int.Parse(list[0], System.Globalization.CultureInfo.InvariantCulture))))
        .ToDictionary(pair => pair.word, pair => pair.Number, StringComparer.Ordinal);
}
