using System.Text.Json.Serialization;

namespace Copilot.Core;

/// <summary>
/// One thing to be changed, as data. An effect does nothing: the gate stores it, a person confirms it, an executor runs it.
/// The discriminator stands first in the stored bytes and never changes. What is told of an effect is told by methods, so that the bytes hold
/// nothing but the facts.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendMail), "send_mail")]
[JsonDerivedType(typeof(CreateOrder), "create_order")]
[JsonDerivedType(typeof(ConfirmOrder), "confirm_order")]
[JsonDerivedType(typeof(SetOrderHold), "set_order_hold")]
[JsonDerivedType(typeof(CancelOrder), "cancel_order")]
[JsonDerivedType(typeof(ChangeOrderDate), "change_order_date")]
[JsonDerivedType(typeof(ChangeOrderLine), "change_order_line")]
[JsonDerivedType(typeof(ChangeShipTo), "change_ship_to")]
[JsonDerivedType(typeof(CreateReturn), "create_return")]
[JsonDerivedType(typeof(AllocateStock), "allocate_stock")]
[JsonDerivedType(typeof(RecordPromise), "record_promise")]
[JsonDerivedType(typeof(WithdrawPromise), "withdraw_promise")]
[JsonDerivedType(typeof(LogCall), "log_call")]
[JsonDerivedType(typeof(SetReminders), "set_reminders")]
[JsonDerivedType(typeof(ApplyCash), "apply_cash")]
[JsonDerivedType(typeof(ApplyCredit), "apply_credit")]
[JsonDerivedType(typeof(OpenDispute), "open_dispute")]
[JsonDerivedType(typeof(SettleDispute), "settle_dispute")]
[JsonDerivedType(typeof(IssueCreditNote), "issue_credit_note")]
[JsonDerivedType(typeof(WriteOff), "write_off")]
[JsonDerivedType(typeof(SendNudge), "send_nudge")]
[JsonDerivedType(typeof(GrantStanding), "grant_standing")]
[JsonDerivedType(typeof(ErasedEffect), "erased")]
public abstract record Effect
{
    /// <summary>The rule of the policy that says who may ask for it and who may confirm it.</summary>
    public abstract EffectRule Rule();

    /// <summary>The records it changes, as they were seen: another version at execution stops it.</summary>
    public virtual IReadOnlyList<Target> Targets() => [];

    /// <summary>Whom or what it is about besides its <see cref="Targets"/>, by name: so it is found again. Empty where there is nothing else.</summary>
    public virtual string About() => "";

    /// <summary>The money it moves, which the policy's limits weigh; none where it moves none.</summary>
    public virtual Money? Amount() => null;

    /// <summary>What a person is shown: everything that will be changed, before and after.</summary>
    public abstract EffectText Describe();

    /// <summary>What a person may correct before confirming.</summary>
    public virtual IReadOnlyList<EditField> Fields() => [];

    /// <summary>The same effect with one of its <see cref="Fields"/> corrected.</summary>
    /// <param name="field">The field's key.</param>
    /// <param name="value">What was typed.</param>
    public virtual Result<Effect> With(string field, string value) => EffectFaults.NotEditable(field);

    /// <summary>What makes a correction pointless on a business day; nothing where it can be proposed.</summary>
    public virtual Fault? Outdated(DateOnly today) => null;

    /// <summary>The effect that takes this one back; none where that cannot be had.</summary>
    /// <param name="now">Its targets as they are now.</param>
    public virtual Effect? Inverse(IReadOnlyList<Target> now) => null;
}
