using System.Globalization;
using Copilot.Conversation;
using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Sentences;

public sealed class ReadingTimes
{
    [Theory]
    [InlineData("orders last quarter", "last-quarter")]
    [InlineData("Aufträge im letzten Quartal", "last-quarter")]
    [InlineData("le trimestre dernier", "last-quarter")]
    [InlineData("vorig kwartaal", "last-quarter")]
    [InlineData("le mois dernier", "last-month")]
    [InlineData("vorige week", "last-week")]
    [InlineData("letzte Woche", "last-week")]
    [InlineData("la semaine prochaine", "next-week")]
    [InlineData("nächsten Monat", "next-month")]
    [InlineData("volgend kwartaal", "next-quarter")]
    [InlineData("this month so far", "this-month")]
    [InlineData("dieses Jahr", "this-year")]
    [InlineData("trimestre en cours", "this-quarter")]
    [InlineData("deze week", "this-week")]
    [InlineData("heute", "today")]
    [InlineData("aujourd'hui", "today")]
    [InlineData("gisteren", "yesterday")]
    [InlineData("last 60 days", "last-60-days")]
    [InlineData("in den letzten 30 Tagen", "last-30-days")]
    [InlineData("les 30 derniers jours", "last-30-days")]
    [InlineData("de afgelopen 14 dagen", "last-14-days")]
    [InlineData("past two weeks", "last-14-days")]
    [InlineData("Q3", "2026-Q3")]
    [InlineData("q3 2025", "2025-Q3")]
    [InlineData("2025-Q4", "2025-Q4")]
    [InlineData("2. Quartal", "2026-Q2")]
    [InlineData("troisième trimestre 2026", "2026-Q3")]
    [InlineData("third quarter", "2026-Q3")]
    [InlineData("October", "2026-10")]
    [InlineData("Oktober 2025", "2025-10")]
    [InlineData("en octobre", "2026-10")]
    [InlineData("2026-10", "2026-10")]
    [InlineData("in 2025", "2025")]
    [InlineData("year to date", "this-year")]
    [InlineData("H1 2026", "2026-01-01..2026-06-30")]
    [InlineData("seit Oktober", "2026-10-01..2026-11-21")]
    [InlineData("since 1 September", "2026-09-01..2026-11-21")]
    [InlineData("depuis octobre", "2026-10-01..2026-11-21")]
    [InlineData("between 1 and 15 October", "2026-10-01..2026-10-15")]
    [InlineData("zwischen dem 1. und 15. Oktober", "2026-10-01..2026-10-15")]
    [InlineData("du 1er au 15 octobre", "2026-10-01..2026-10-15")]
    [InlineData("van 1 tot en met 15 oktober", "2026-10-01..2026-10-15")]
    [InlineData("from August to October", "2026-08-01..2026-10-31")]
    [InlineData("01.10.-15.10.2026", "2026-10-01..2026-10-15")]
    [InlineData("2026-10-01..2026-10-31", "2026-10-01..2026-10-31")]
    [InlineData("KW 42", "2026-10-12..2026-10-18")]
    public void PeriodInAnyWording_Read_IsCanonical(string text, string period) => Assert.Equal(period, Only(text).Past.Period);

    [Theory]
    [InlineData("by 5 December", "2026-12-05")]
    [InlineData("am 5. Dezember", "2026-12-05")]
    [InlineData("le 5 décembre", "2026-12-05")]
    [InlineData("December 5th", "2026-12-05")]
    [InlineData("05.12.2026", "2026-12-05")]
    [InlineData("5/12/2026", "2026-12-05")]
    [InlineData("2026-12-05", "2026-12-05")]
    [InlineData("next Friday", "2026-11-27")]
    [InlineData("kommenden Montag", "2026-11-23")]
    [InlineData("vendredi prochain", "2026-11-27")]
    [InlineData("in two weeks", "2026-12-05")]
    [InlineData("dans 10 jours", "2026-12-01")]
    [InlineData("over twee weken", "2026-12-05", Copilot.Core.Language.Nl)]
    [InlineData("tomorrow", "2026-11-22")]
    [InlineData("übermorgen", "2026-11-23")]
    [InlineData("end of month", "2026-11-30")]
    [InlineData("Ende Januar", "2027-01-31")]
    [InlineData("fin du mois", "2026-11-30")]
    [InlineData("eind december", "2026-12-31")]
    [InlineData("mi-janvier", "2027-01-15")]
    [InlineData("on the 28th", "2026-11-28")]
    [InlineData("next week Tuesday", "2026-11-24")]
    [InlineData("due before christmas", "2026-12-25")]
    [InlineData("to be shipped by xmas", "2026-12-25")]
    [InlineData("bis Weihnachten", "2026-12-25", Copilot.Core.Language.De)]
    [InlineData("avant Noël", "2026-12-25", Copilot.Core.Language.Fr)]
    [InlineData("voor kerst", "2026-12-25", Copilot.Core.Language.Nl)]
    [InlineData("by black friday", "2026-11-27")]
    [InlineData("3 March", "2027-03-03")]
    public void DayAhead_Read_IsTheNextOccurrence(string text, string day, Copilot.Core.Language language = Copilot.Core.Language.En) => Assert.Equal(day, Iso(Only(text, language).Future.Date));

    [Theory]
    [InlineData("as of 30 September", "2026-09-30")]
    [InlineData("zum 31.10.2026", "2026-10-31")]
    [InlineData("end of October", "2026-10-31")]
    [InlineData("Ende letzten Monats", "2026-10-31")]
    [InlineData("10 days ago", "2026-11-11")]
    [InlineData("vor drei Tagen", "2026-11-18")]
    [InlineData("il y a 5 jours", "2026-11-16")]
    [InlineData("twee weken geleden", "2026-11-07")]
    [InlineData("last Friday", "2026-11-20")]
    [InlineData("15 December", "2025-12-15")]
    public void DayBehind_Read_IsTheLastOccurrence(string text, string day) => Assert.Equal(day, Iso(Only(text).Past.Date));

    [Theory]
    [InlineData("you may hold it")]
    [InlineData("over 2500 euros")]
    [InlineData("SO-10482")]
    [InlineData("Nordlys promises 2,500")]
    [InlineData("Hier stimmt etwas nicht", Copilot.Core.Language.De)]
    [InlineData("stock of christmas candles")]
    [InlineData("open christmas orders")]
    [InlineData("version 1.10")]
    public void TextWithoutTime_Read_HasNone(string text, Copilot.Core.Language language = Copilot.Core.Language.En) =>
        Assert.Empty(TimeReader.Read(Sentence.Of(text), TestEngine.Frame, language));

    [Fact]
    public void MonthAheadOfToday_ReadBothWays_TakesTheYearThatTheLeaningAsks()
    {
        var december = Only("December");

        Assert.Equal(("2025-12", "2026-12"), (december.Past.Period, december.Future.Period));
    }

    [Fact]
    public void FiscalYearFromApril_QuarterWithoutYear_IsTheFiscalOne()
    {
        var mention = TimeReader.Read(Sentence.Of("Q3"), new TimeFrame(new DateOnly(2026, 11, 21), new FiscalCalendar(4)), Copilot.Core.Language.En).Single();

        Assert.Equal("2027-Q3", mention.Past.Period);
        Assert.Equal(new DateOnly(2026, 10, 1), mention.Past.From);
    }

    [Fact]
    public void AnyDay_WrittenInEveryCommonForm_IsReadBack() => Prop.ForAll(
        Gen.Choose(0, 3650).Select(offset => new DateOnly(2022, 1, 1).AddDays(offset)).ToArbitrary(),
        day =>
        {
            var german = CultureInfo.GetCultureInfo("de-DE");
            string[] forms = [$"{day:yyyy-MM-dd}", $"{day:dd.MM.yyyy}", $"{day:d/M/yyyy}", $"{day.Day} {day:MMMM yyyy}", $"{day.Day}. {day.ToString("MMMM yyyy", german)}"];
            return forms.All(form => TimeReader.Read(Sentence.Of("until " + form), TestEngine.Frame, Copilot.Core.Language.En) is [{ } mention] && mention.Future.Date == day);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyWords_Read_ThrowNothing() => Prop.ForAll(
        Gen.Elements("last", "9999", "months", "31", "30", "February", "29", ".", "-", "to", "Q4", "end", "of", "in", "years", "T3", "1er", "vor", "2026", "/", "week", "53", "le", "the", "th").ListOf(7).Select(words => string.Join(' ', words)).ToArbitrary(),
        text => TimeReader.Read(Sentence.Of(text), TestEngine.Frame, Copilot.Core.Language.Fr).TrueForAll(mention => mention.End > mention.First)).QuickCheckThrowOnFailure();

    private static TimeMention Only(string text, Copilot.Core.Language? language = null)
    {
        var sentence = Sentence.Of(text);
        return Assert.Single(TimeReader.Read(sentence, TestEngine.Frame, language ?? LanguageGuess.Of(sentence, Copilot.Core.Language.En)));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
