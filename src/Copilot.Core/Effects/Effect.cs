using System.Text.Json.Serialization;

namespace Copilot.Core;

/// <summary>
/// One thing to be changed, as data. An effect does nothing: the gate stores it, a person confirms it, an executor runs it.
/// The discriminator stands first in the stored bytes and never changes.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendMail), "send_mail")]
[JsonDerivedType(typeof(SetOrderHold), "set_order_hold")]
[JsonDerivedType(typeof(ChangeOrderDate), "change_order_date")]
[JsonDerivedType(typeof(CreateReturn), "create_return")]
[JsonDerivedType(typeof(ApplyCash), "apply_cash")]
[JsonDerivedType(typeof(UpdateCrmRecord), "update_crm_record")]
[JsonDerivedType(typeof(MergeAccounts), "merge_accounts")]
[JsonDerivedType(typeof(SubmitDispute), "submit_dispute")]
[JsonDerivedType(typeof(PublishSop), "publish_sop")]
[JsonDerivedType(typeof(SendNudge), "send_nudge")]
public abstract record Effect;

/// <summary>The record an effect changes, as it was when the proposal was made.</summary>
/// <param name="Document">Its number or name.</param>
/// <param name="Version">The version seen: another one at execution stops it.</param>
public sealed record Target(string Document, int Version);

/// <summary>A mail to be sent. What the person sees is this; there is no second text.</summary>
public sealed record SendMail(IReadOnlyList<string> To, string Subject, string Body, IReadOnlyList<FrozenAttachment> Attachments) : Effect;

/// <summary>An attachment, frozen with its hash.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hexadecimal.</param>
public sealed record FrozenAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content, string Sha256);

/// <summary>An order is held, or released.</summary>
public sealed record SetOrderHold(Target Order, bool HeldBefore, bool Held, HoldReason Reason, string Note) : Effect;

/// <summary>An order's delivery day is changed.</summary>
public sealed record ChangeOrderDate(Target Order, DateOnly? Before, DateOnly After) : Effect;

/// <summary>A return is announced.</summary>
public sealed record CreateReturn(Target Order, IReadOnlyList<RequestedLine> Lines, string Reason) : Effect;

/// <summary>A line asked for: so many of that article.</summary>
public sealed record RequestedLine(string Sku, int Quantity);

/// <summary>A payment is set against an invoice.</summary>
public sealed record ApplyCash(Target Payment, Target Invoice, long AmountMinor, CurrencyCode Currency) : Effect;

/// <summary>A field of a CRM record is changed.</summary>
public sealed record UpdateCrmRecord(Target Record, string Field, string? Before, string? After) : Effect;

/// <summary>An account is merged into another.</summary>
public sealed record MergeAccounts(Target Keep, Target Merge) : Effect;

/// <summary>A chargeback is disputed.</summary>
public sealed record SubmitDispute(Target Chargeback, string Note) : Effect;

/// <summary>A procedure is published.</summary>
public sealed record PublishSop(string Path, string? Before, string After) : Effect;

/// <summary>A colleague is nudged.</summary>
public sealed record SendNudge(string PersonKey, string Text) : Effect;
