using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Copilot.Data;

/// <summary>A time of day is "14:00:00" in the store.</summary>
internal sealed class ClockTimeConverter() : ValueConverter<TimeOnly, string>(
    time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
    text => TimeOnly.ParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture));
