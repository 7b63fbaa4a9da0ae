using System.Globalization;
using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>The raw texts have the shape of their standard: envelopes, counts and control numbers agree, except where they failed.</summary>
public sealed class EdiOfTheSample
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void X12Messages_Envelopes_AreOfFixedWidthAndCountTheirSegments(DateOnly day)
    {
        var messages = SampleBooks.On(day).Rows.EdiMessages.Where(message => message.Raw.StartsWith("ISA", StringComparison.Ordinal)).ToList();

        Assert.True(messages.Count > 150);
        Assert.All(messages, message =>
        {
            var segments = message.Raw.Split("~\n", StringSplitOptions.RemoveEmptyEntries);
            var isa = segments[0].Split('*');
            Assert.Equal((105, 17, message.ControlNumber), (segments[0].Length, isa.Length, isa[13]));
            Assert.Equal($"ST*{Words.Of(message.Type)}*0001", segments[2]);
            Assert.Equal($"SE*{segments.Length - 4}*0001", segments[^3]);
            Assert.Equal(segments[1].Split('*')[6], segments[^2].Split('*')[2]);
            Assert.Equal($"IEA*1*{message.ControlNumber}", segments[^1]);
            Assert.Equal("LUMENLINDEN", isa[message.Inbound ? 8 : 6].Trim());
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void EdifactMessages_Envelopes_CountTheirSegments(DateOnly day)
    {
        var messages = SampleBooks.On(day).Rows.EdiMessages.Where(message => message.Raw.StartsWith("UNA:+.? '", StringComparison.Ordinal)).ToList();

        Assert.True(messages.Count > 80, $"{messages.Count} messages");
        Assert.All(messages, message =>
        {
            var segments = message.Raw.Split("'\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.EndsWith($"+{message.ControlNumber}", segments[1], StringComparison.Ordinal);
            Assert.StartsWith($"UNH+1+{message.Type}:", segments[2], StringComparison.Ordinal);
            Assert.Equal($"UNT+{segments.Length - 3}+1", segments[^2]);
            Assert.Equal($"UNZ+1+{message.ControlNumber}", segments[^1]);
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void FailedMessages_OfEachReason_ReallyHaveTheFault(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var failed = rows.EdiMessages.Where(message => message.Status == EdiStatus.Failed).ToLookup(message => message.ErrorCode!);

        Assert.Equal(["bad_segment", "duplicate_po", "missing_acknowledgement", "unknown_product"], failed.Select(group => group.Key).Order());
        Assert.All(failed, group => Assert.InRange(group.Count(), 3, 4));
        Assert.All(failed["bad_segment"], message => Assert.True(message.Raw.Contains("*TWELVE*", StringComparison.Ordinal) || message.Raw.Contains("QTY+21'", StringComparison.Ordinal)));
        Assert.All(failed["unknown_product"], message => Assert.True(message.Raw.Contains("LL-CDL-300", StringComparison.Ordinal) && message.OrderId is null));
        Assert.All(failed["duplicate_po"], message => Assert.Contains(rows.Orders[message.OrderId!.Value.Value - 1].CustomerPo!, message.Raw, StringComparison.Ordinal));
        Assert.All(failed["missing_acknowledgement"], message => Assert.DoesNotContain(Acknowledged(rows.EdiMessages), number => number == message.ControlNumber));
        Assert.DoesNotContain(rows.Products, product => product.Sku == "LL-CDL-300");
        Assert.Contains(rows.EdiMessages, message => message.Status == EdiStatus.Reprocessed);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void SentMessages_Processed_AreAcknowledgedByNumber(DateOnly day)
    {
        var messages = SampleBooks.On(day).Rows.EdiMessages;
        var acknowledged = Acknowledged(messages).ToHashSet(StringComparer.Ordinal);

        Assert.All(messages.Where(message => message is { Inbound: false, Status: EdiStatus.Ok }), message => Assert.Contains(message.ControlNumber, acknowledged));
        Assert.All(messages.Where(message => message.Status == EdiStatus.Waiting), message => Assert.DoesNotContain(message.ControlNumber, acknowledged));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Messages_Types_AreThoseOfThePartnersStandard(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;

        Assert.All(rows.EdiMessages, message => Assert.True(rows.Customers[message.CustomerId.Value - 1].Edi));
        Assert.True(rows.EdiMessages.Select(message => message.Type).Distinct().Count() >= 12);
        Assert.All(rows.EdiMessages.Where(message => message.Type is EdiType.T810 or EdiType.INVOIC), message => Assert.Contains(rows.Invoices[message.InvoiceId!.Value.Value - 1].Number, message.Raw, StringComparison.Ordinal));
        Assert.Equal(rows.EdiMessages.Count, rows.EdiMessages.Select(message => message.ControlNumber).Distinct().Count());
    }

    private static IEnumerable<string> Acknowledged(IEnumerable<EdiMessage> messages) => messages.Where(message => message.Type is EdiType.T997 or EdiType.CONTRL).Select(message =>
        message.Type == EdiType.T997
            ? int.Parse(message.Raw.Split("AK1*", 2, StringSplitOptions.None)[1].Split('~')[0].Split('*')[1], CultureInfo.InvariantCulture).ToString("000000000", CultureInfo.InvariantCulture)
            : message.Raw.Split("UCI+", 2, StringSplitOptions.None)[1].Split('+')[0]);
}
