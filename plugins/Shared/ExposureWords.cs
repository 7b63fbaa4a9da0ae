using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>How a customer stands against the limit, in the same words wherever it is said, so that no two pages seem to contradict each other.</summary>
internal static class ExposureWords
{
    /// <summary>Room or excess, and what of the exposure is taken off already.</summary>
    public static void Say(AnswerBuilder answer, Exposure exposure)
    {
        var name = exposure.Customer.Name;
        if (exposure.Headroom is not { } room)
        {
            answer.Say($"{name} has no credit limit; its exposure is {exposure.Total}.", Tone.Warning);
        }
        else if (room.Minor < 0)
        {
            answer.Say($"{name} is over its limit by {-room}: exposure of {exposure.Total} against {exposure.LimitAmount!.Value}.", Tone.Warning);
        }
        else
        {
            answer.Say($"{name} has {room} of its limit left: exposure of {exposure.Total} against {exposure.LimitAmount!.Value}.", Tone.Good);
        }

        if (TakenOff(exposure) is { Minor: > 0 } offset)
        {
            answer.Say($"The exposure has {offset} of unapplied cash and open credit notes taken off already.", Tone.Note);
        }
    }

    /// <summary>What each order held for credit would do to the room, by the same count as its release is weighed.</summary>
    public static void SayHeld(AnswerBuilder answer, Exposure? exposure)
    {
        if (exposure?.Headroom is not { } room)
        {
            return;
        }

        foreach (var held in exposure.Waiting.Where(item => item.Reason == ExposureWaitReason.OnCreditHold))
        {
            if (exposure.In(held.Amount) is not { } amount)
            {
                continue;
            }

            if (amount <= room)
            {
                answer.Say($"{held.Document} is held for credit and not in the exposure: with its {amount} there would be {room - amount} of room left, so it fits the limit.", Tone.Note);
            }
            else
            {
                answer.Say($"{held.Document} is held for credit and not in the exposure: with its {amount} the limit would be exceeded by {amount - room}.", Tone.Warning);
            }
        }
    }

    /// <summary>Unapplied cash and open credit notes, which the exposure takes off.</summary>
    public static Money TakenOff(Exposure exposure) =>
        Money.FromMajor(exposure.PartOf(ExposurePart.UnappliedCash).Value.Number + exposure.PartOf(ExposurePart.OpenCredit).Value.Number, exposure.Currency);
}
