namespace Copilot.Conversation;

/// <summary>Days that trade is planned by and that have a name: "before Christmas", "bis Weihnachten", "avant Noël".</summary>
internal sealed partial class TimeReader
{
    private static readonly Dictionary<string, (int Month, int Day)> Named = new(StringComparer.Ordinal)
    {
        ["christmas"] = (12, 25), ["xmas"] = (12, 25), ["weihnachten"] = (12, 25), ["noel"] = (12, 25), ["kerst"] = (12, 25), ["kerstmis"] = (12, 25),
        ["heiligabend"] = (12, 24), ["silvester"] = (12, 31),
    };

    // by itself the name is that of a season, or of goods: "Christmas candles"
    private static readonly HashSet<string> BeforeANamedDay = TextTools.Set("before by until till on after since vor bis an zu seit nach avant jusqu a depuis apres voor tot met sinds na tegen");

    private TimeAtom? NamedDay(int index)
    {
        if (sentence.At(index) == "black" && sentence.At(index + 1) == "friday")
        {
            return new TimeAtom(index, index + 2, TimeShape.BlackFriday) { Point = true };
        }

        return Named.TryGetValue(sentence.At(index), out var day) && BeforeANamedDay.Contains(sentence.At(index - 1))
            ? new TimeAtom(index, index + 1, TimeShape.Day) { Number = day.Month, Day = day.Day, Point = true }
            : null;
    }
}
