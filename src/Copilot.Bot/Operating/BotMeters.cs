using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Copilot.Bot;

/// <summary>What is counted and timed of the channels. No measurement names a person, a customer or a word of what was said.</summary>
internal sealed class BotMeters : IDisposable
{
    /// <summary>The name of the meter and of the spans.</summary>
    public const string Name = "Copilot";

    private readonly ActivitySource _spans = new(Name);
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _stages;
    private readonly Counter<long> _sends;
    private int _inbox;

    /// <summary>Makes the instruments.</summary>
    public BotMeters(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        _turns = meter.CreateCounter<long>("copilot.turns", "{turn}", "Turns that were ended, by channel, function and outcome.");
        _stages = meter.CreateHistogram<double>("copilot.turn.duration", "s", "How long the stages of a turn took: waiting, answering, showing, storing, and all of it.");
        _sends = meter.CreateCounter<long>("copilot.outbox.sends", "{activity}", "Attempts to send a reply to a channel, by result.");
        meter.CreateObservableGauge("copilot.inbox.depth", () => _inbox, "{activity}", "Activities that this host took and has not ended.");
        meter.CreateObservableGauge("copilot.outbox.depth", () => new Measurement<int>[] { new(OutboxWaiting, Tag("state", "waiting")), new(OutboxParked, Tag("state", "parked")) }, "{activity}", "Replies that wait to be sent, and that are parked.");
        meter.CreateObservableGauge("copilot.line.sockets", () => Sockets, "{socket}", "Pages that listen.");
    }

    /// <summary>Replies that wait to be sent.</summary>
    public int OutboxWaiting { get; set; }

    /// <summary>Replies that are parked.</summary>
    public int OutboxParked { get; set; }

    /// <summary>Pages that listen.</summary>
    public int Sockets { get; set; }

    /// <summary>An activity was taken.</summary>
    public void Took() => Interlocked.Increment(ref _inbox);

    /// <summary>Its lane has let it go.</summary>
    public void LetGo() => Interlocked.Decrement(ref _inbox);

    /// <summary>A span of a turn, in the trace of the request that brought it.</summary>
    public System.Diagnostics.Activity? Span(ActivityContext request) => _spans.StartActivity("copilot.turn", ActivityKind.Consumer, request);

    /// <summary>A turn was ended.</summary>
    public void Ended(string channel, string tool, string outcome) => _turns.Add(1, Tag("channel", channel), Tag("tool", tool), Tag("outcome", outcome));

    /// <summary>A stage of a turn was over, and what the turn called and came to is known.</summary>
    public void Stage(string stage, TimeSpan took, string tool, string outcome) => _stages.Record(took.TotalSeconds, Tag("stage", stage), Tag("tool", tool), Tag("outcome", outcome));

    /// <summary>A stage of a turn was over.</summary>
    public void Stage(string stage, TimeSpan took) => _stages.Record(took.TotalSeconds, Tag("stage", stage));

    /// <summary>A reply was offered to a channel.</summary>
    public void Sent(string result) => _sends.Add(1, Tag("result", result));

    /// <inheritdoc/>
    public void Dispose() => _spans.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
