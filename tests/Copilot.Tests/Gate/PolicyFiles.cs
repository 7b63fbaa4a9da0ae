using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;

namespace Copilot.Tests.Gate;

public sealed class PolicyFiles
{
    private static readonly string[] Roles = ["order_desk", "collector"];

    [Fact]
    public void PolicyThisComesWith_EveryRuleOfTheCatalogue_HasOne()
    {
        var policy = PolicyBook.Read(PolicyBook.Default(), "policy.yaml", null).Value;

        Assert.All(Enum.GetValues<EffectRule>(), rule => Assert.NotNull(policy.Of(rule)));
    }

    [Fact]
    public void PolicyThisComesWith_BesideTheSamplesFacts_SaysTheSame()
    {
        var sample = File.ReadAllLines(Repository.SharedFile("sample-company.yaml")).Where(line => line.StartsWith("  - {effect:", StringComparison.Ordinal)).Select(line => line.Trim()).ToArray();
        var ours = PolicyBook.Default().Split('\n').Where(line => line.StartsWith("- {effect:", StringComparison.Ordinal)).ToArray();

        Assert.Equal(19, sample.Length);

        // how far a standing approval may reach is ours to say: the sample says nothing of it
        ours = [.. ours.Select(line => line.Replace(", standing: {days: 90, per_day: 50}", "", StringComparison.Ordinal))];

        // a procedure's owner is a record of a later subject; until then the manager confirms alone
        Assert.Equal(sample.Where(line => !line.Contains("sop publication", StringComparison.Ordinal)), ours.Where(line => !line.Contains("sop publication", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("four_eyes_above: 10000", 6_000, 0, "")]
    [InlineData("four_eyes_above: 10000", 6_000, 6_000, "order_desk")]
    [InlineData("four_eyes_above: 10000", 10_001, 0, "order_desk")]
    [InlineData("second_above: {amount: 5000, by: director}", 6_000, 0, "director")]
    [InlineData("four_eyes: true", 1, 0, "order_desk")]
    [InlineData("undo_days: 2", 1_000_000, 0, "")]
    public void OnesOwnChange_BesideThePolicy_TellsWhoElseConfirms(string rule, int amount, int today, string others)
    {
        var policy = PolicyBook.Read($"- {{effect: return, request: [order_desk], confirm: [order_desk], {rule}}}", "policy.yaml", null).Value;
        var before = new Dictionary<EffectRule, ConfirmedToday> { [EffectRule.Return] = new(today, today) };

        Assert.Equal(others, string.Join(' ', PolicyCheck.Others(policy, [new WeighedEffect(EffectRule.Return, amount)], before)));
    }

    [Theory]
    [InlineData("- {effect: world peace, request: [collector], confirm: [collector]}", "GA-011", "line 1")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector]}\n- {effect: return, request: [collector], confirm: [collector]}", "GA-015", "line 2")]
    [InlineData("- {effect: return, request: [king], confirm: [collector]}", "GA-013", "king")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector], limit_per_week: 5}", "GA-012", "limit_per_week")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector], limit_per_day: many}", "GA-014", "limit_per_day")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector], limit_per_day: -5}", "GA-014", "limit_per_day")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector], second_above: 5000}", "GA-014", "second_above")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector], four_eyes: perhaps}", "GA-014", "four_eyes")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector], only_to: everybody}", "GA-014", "only_to")]
    [InlineData("- {effect: return, request: [collector], confirm: [collector], undo_days: 4000}", "GA-014", "undo_days")]
    [InlineData("- {effect: return, request: [collector]}", "GA-014", "confirm")]
    [InlineData("- {effect: return, request: everybody, confirm: [collector]}", "GA-014", "request")]
    [InlineData("- {request: [collector], confirm: [collector]}", "GA-014", "effect")]
    [InlineData("- {effect: return, request: any, confirm: [collector], hours: 8-18}", "GA-014", "hours")]
    [InlineData("- {effect: return, request: any, confirm: [collector], hours: {from: \"08:00\"}}", "GA-014", "hours")]
    [InlineData("- {effect: return, request: any, confirm: [collector], hours: {from: \"08:00\", until: \"08:00\"}}", "GA-014", "hours")]
    [InlineData("- {effect: return, request: any, confirm: [collector], hours: {from: \"8\", until: \"18:00\"}}", "GA-014", "hours")]
    [InlineData("- {effect: return, request: any, confirm: [collector], hours: {from: \"08:00\", until: \"18:00\", days: [someday]}}", "GA-014", "hours")]
    [InlineData("- {effect: return, request: any, confirm: [collector], hours: {from: \"08:00\", until: \"18:00\", days: []}}", "GA-014", "hours")]
    [InlineData("- {effect: return, request: any, confirm: [collector], hours: {from: \"08:00\", until: \"18:00\", in: Berlin}}", "GA-014", "hours")]
    [InlineData("- {effect: return, request: any, confirm: [collector], standing: 90}", "GA-014", "standing")]
    [InlineData("- {effect: return, request: any, confirm: [collector], standing: {days: 90}}", "GA-014", "standing")]
    [InlineData("- {effect: return, request: any, confirm: [collector], standing: {days: 0, per_day: 5}}", "GA-014", "standing")]
    [InlineData("- {effect: return, request: any, confirm: [collector], standing: {days: 1.5, per_day: 5}}", "GA-014", "standing")]
    [InlineData("effect: return", "GA-010", "line")]
    [InlineData("- {effect: return", "GA-010", "line")]
    [InlineData("- return", "GA-010", "line 1")]
    public void FileWithAFault_Opened_IsRefusedWithItsPlace(string text, string code, string names)
    {
        var read = PolicyBook.Read(text, "policy.yaml", Roles);

        Assert.Equal(code, read.Fault?.Code);
        Assert.Contains(names, read.Fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HoursOfARule_Read_RestOutsideThem()
    {
        var rule = PolicyBook.Read("- {effect: return, request: any, confirm: [collector], hours: {from: \"08:00\", until: \"18:30\", days: [monday, Friday]}}", "policy.yaml", Roles).Value.Of(EffectRule.Return)!;

        DateTimeOffset At(string day) => DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(rule.Rests!.EndsAt(At("2026-11-23T08:00:00Z"), TimeZoneInfo.Utc));
        Assert.Null(rule.Rests.EndsAt(At("2026-11-23T18:29:00Z"), TimeZoneInfo.Utc));
        Assert.Equal(At("2026-11-27T08:00:00Z"), rule.Rests.EndsAt(At("2026-11-23T18:30:00Z"), TimeZoneInfo.Utc));
        Assert.Null(PolicyBook.Read("- {effect: return, request: any, confirm: [collector]}", "policy.yaml", Roles).Value.Of(EffectRule.Return)!.Rests);
    }

    [Fact]
    public void EmptyFile_Opened_LetsNothingThrough() => Assert.Null(PolicyBook.Read("", "policy.yaml", Roles).Value.Of(EffectRule.OrderHold));
}
