using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Copilot.Data;

/// <summary>An instant is the count of milliseconds since 1970-01-01 UTC in the store: it sorts and compares the same on every database.</summary>
internal sealed class InstantConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
