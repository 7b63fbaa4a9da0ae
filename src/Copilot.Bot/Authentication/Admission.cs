using System.Diagnostics.CodeAnalysis;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>By which door a caller came.</summary>
internal enum CallerDoor
{
    /// <summary>A token of the channel's connector.</summary>
    Channel,

    /// <summary>A token of the bot's own directory.</summary>
    Directory,

    /// <summary>None, on a loopback connection, for the sample company in development.</summary>
    Loopback,
}

/// <summary>Who posted an activity.</summary>
/// <param name="Door">By which door.</param>
/// <param name="ReplyTo">Where replies may go; null when the activity names no place, so that it can be answered in the HTTP answer alone.</param>
/// <param name="TenantId">The people's directory, one of the allowed; null on loopback.</param>
internal sealed record AuthenticatedCaller(CallerDoor Door, ServiceUrl? ReplyTo, string? TenantId);

/// <summary>Either a caller, or the status and the reason of a refusal.</summary>
internal sealed record Admission
{
    private Admission()
    {
    }

    /// <summary>Whether the activity may be taken.</summary>
    [MemberNotNullWhen(true, nameof(Caller))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Ok => Caller is not null;

    /// <summary>Who posted it.</summary>
    public AuthenticatedCaller? Caller { get; private init; }

    /// <summary>Why it is refused; never holds any part of the token.</summary>
    public Fault? Fault { get; private init; }

    /// <summary>200, 401 (nobody known) or 403 (known, but not for this).</summary>
    public int Status { get; private init; } = 200;

    /// <summary>Taken.</summary>
    public static implicit operator Admission(AuthenticatedCaller caller) => new() { Caller = caller };

    /// <summary>Nobody known.</summary>
    public static Admission Unknown(string code, string reason) => new() { Fault = new Fault(code, reason), Status = 401 };

    /// <summary>Known, but not allowed this.</summary>
    public static Admission Forbidden(string code, string reason) => new() { Fault = new Fault(code, reason), Status = 403 };
}
