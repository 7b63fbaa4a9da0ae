using System.Globalization;
using System.Threading.RateLimiting;
using Copilot.Core;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>How much one person may ask in a minute, so that a script that runs wild takes nobody else's turn.</summary>
internal sealed class PersonPace : IDisposable
{
    private readonly int _most;
    private readonly PartitionedRateLimiter<string> _limiter;

    /// <summary>Keeps that many a minute; 0 for any number.</summary>
    public PersonPace(BotLimits limits)
    {
        _most = limits.TurnsPerMinute;
        _limiter = PartitionedRateLimiter.Create<string, string>(person => _most == 0
            ? RateLimitPartition.GetNoLimiter(person)
            : RateLimitPartition.GetTokenBucketLimiter(person, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = _most, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / _most, AutoReplenishment = true, QueueLimit = 0,
            }));
    }

    /// <summary>Takes one of a person's messages; a refusal where they have had theirs. What is refused is not stored, and may be sent again.</summary>
    public IResult? Refusal(HttpContext context, string person)
    {
        using var lease = _limiter.AttemptAcquire(person);
        if (lease.IsAcquired)
        {
            return null;
        }

        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Bodies.Refuse(StatusCodes.Status429TooManyRequests, new Fault("BT-041", $"That is more than {_most} messages in a minute. Wait {seconds} s and send it again."));
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
