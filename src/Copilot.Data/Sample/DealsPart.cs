using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The deals with their stages and what was done about them.</summary>
internal static class DealsPart
{
    private static readonly string[] Steps = ["Send the offer", "Show samples", "Agree the shelf plan", "Settle the terms", "Visit the buyer", "Send the contract"];
    private static readonly string[] Subjects = ["Talked about the assortment", "Sent samples", "Went through the prices", "Met the buyer", "Asked for a decision", "Sent the shelf plan"];

    public static void Add(SampleWorld world)
    {
        var contacts = world.Records.AccountContacts.ToLookup(contact => contact.AccountId);
        foreach (var draft in DealSchedule.Make(world))
        {
            var row = Row(world, draft, contacts[draft.Account.Id].ToList());
            world.Records.Opportunities.Add(row);
            var changes = DealHistory.Changes(world, draft, row);
            foreach (var change in changes)
            {
                change.Id = world.Records.StageChanges.NextId();
                world.Records.StageChanges.Add(change);
            }

            AddActivities(world, draft, row);
        }
    }

    private static Opportunity Row(SampleWorld world, DealDraft draft, List<AccountContact> contacts)
    {
        var dice = draft.Dice("row");
        var (line, what, cents) = dice.Of(CrmFacts.Deals);
        var currency = Currency(world, draft.Account);
        var amount = 10_000L * (int)(cents * (0.4 + (1.5 * dice.Unit())) / 10_000);
        var late = draft.Stage is Stage.Proposal or Stage.Negotiation or Stage.Commit;
        var step = late || (!draft.Closed && dice.Chance(0.6));
        step = step && draft.Fault != DealFault.MissingNextStep;
        return new Opportunity
        {
            Id = world.Records.Opportunities.NextId(),
            Number = world.Records.Opportunities.NextNumber(DocumentKind.Opportunity, 7001),
            Title = $"{draft.Account.Name}: {what}",
            AccountId = draft.Account.Id,
            ContactId = draft.Fault == DealFault.MissingContact ? null : dice.Of(contacts).Id,
            OwnerId = draft.Fault == DealFault.OwnerInactive ? world.PersonId("marc.janssen") : draft.Account.OwnerId,
            ProductLine = line,
            Stage = draft.Stage,
            Currency = currency,
            AmountMinor = draft.Fault switch { DealFault.MissingAmount => null, DealFault.AmountOutlier => amount * 30, _ => amount },
            CreatedOn = draft.CreatedOn,
            CloseOn = draft.CloseOn,
            ClosedOn = draft.Closed ? draft.CloseOn : null,
            NextStep = step ? dice.Of(Steps) : null,
            NextStepOn = step ? world.Day.AddDays(dice.Between(1, 12)).WorkdayFrom() : null,
            ClosePushes = draft.Fault == DealFault.CloseDatePushed ? dice.Between(3, 5) : dice.Between(0, 1),
            Partner = dice.Chance(0.08) ? dice.Of(CrmFacts.Partners) : null,
        };
    }

    private static CurrencyCode Currency(SampleWorld world, Account account) => account.CustomerId is { } customer
        ? world.Records.Customers[customer.Value - 1].Currency
        : CurrencyCode.Of(account.Region switch { "US East" or "US West" => "USD", _ when account.Country == "GB" => "GBP", _ when account.Country == "CH" => "CHF", _ when account.Country == "PL" => "PLN", _ => "EUR" });

    private static void AddActivities(SampleWorld world, DealDraft draft, Opportunity row)
    {
        var dice = draft.Dice("activities");

        // a deal that is cared for was touched in the last days; a stale one long ago
        var last = draft.Closed ? draft.CloseOn : draft.Fault == DealFault.Stale ? draft.CreatedOn.AddDays(dice.Between(4, 20)) : world.Day.AddDays(-dice.Between(1, 5));
        var span = last.DayNumber - draft.CreatedOn.DayNumber;
        var days = Enumerable.Range(0, dice.Between(2, 4)).Select(_ => draft.CreatedOn.AddDays(span <= 0 ? 0 : dice.Between(0, span))).Append(last);
        foreach (var day in days.Order())
        {
            world.Records.Activities.Add(new Activity
            {
                Id = world.Records.Activities.NextId(), OpportunityId = row.Id, AccountId = row.AccountId, At = world.OfficeHour(day, dice),
                Kind = dice.Of(["call", "call", "mail", "mail", "meeting", "note"]), Subject = dice.Of(Subjects), ById = row.OwnerId,
            });
        }
    }
}
