namespace Copilot.Tests.Sentences;

/// <summary>Goods that are due on certain days were not ordered on them.</summary>
public sealed class OrdersByTheDayDue
{
    [Theory]
    [InlineData("open orders due in the next two weeks", "orders_find due=true period=2026-11-21..2026-12-05 status=open")]
    [InlineData("orders due this week", "orders_find due=true period=this-week")]
    [InlineData("orders to be delivered by friday", "orders_find due=true period=2026-11-21..2026-11-27")]
    [InlineData("what has to ship by friday", "orders_find due=true period=2026-11-21..2026-11-27")]
    [InlineData("offene Aufträge fällig in den nächsten zwei Wochen", "orders_find due=true period=2026-11-21..2026-12-05 status=open")]
    [InlineData("welche Aufträge müssen bis Freitag geliefert werden", "orders_find due=true period=2026-11-21..2026-11-27")]
    [InlineData("commandes à livrer cette semaine", "orders_find due=true period=this-week")]
    [InlineData("commandes dues avant mercredi", "orders_find due=true period=2026-11-21..2026-11-24")]
    [InlineData("orders due before christmas", "orders_find due=true period=2026-11-21..2026-12-24")]
    [InlineData("Aufträge fällig vor Dezember", "orders_find due=true period=2026-11-21..2026-11-30")]
    [InlineData("orders die deze week geleverd moeten worden", "orders_find due=true period=this-week")]
    [InlineData("orders due in october", "orders_find due=true period=2026-10")]
    public void DayDue_Understood_IsNotTheDayOrdered(string text, string call) => Assert.Equal(call, TestEngine.Line(TestEngine.Understand(text)), ignoreCase: true);

    [Theory]
    [InlineData("orders due next week", "orders_find period=next-week")]
    [InlineData("orders due in december", "orders_find period=2026-12")]
    [InlineData("late orders that should have shipped this week", "orders_find late=true period=this-week")]
    public void PeriodThatSaysSoAlone_Understood_NeedsNoMore(string text, string call) => Assert.Equal(call, TestEngine.Line(TestEngine.Understand(text)), ignoreCase: true);

    [Theory]
    [InlineData("orders delivered this week", "orders_find period=this-week status=delivered")]
    [InlineData("welche Aufträge wurden diese Woche geliefert", "orders_find period=this-week status=delivered")]
    [InlineData("new orders of this week", "orders_find period=this-week")]
    public void DayOfSomethingElse_Understood_SaysNothingOfDue(string text, string call) => Assert.Equal(call, TestEngine.Line(TestEngine.Understand(text)), ignoreCase: true);
}
