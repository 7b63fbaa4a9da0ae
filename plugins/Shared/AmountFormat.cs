using System.Globalization;
using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Writes the arguments of a sentence: the same in every culture, days in ISO form, amounts hidden where they must be.</summary>
internal sealed class AmountFormat : IFormatProvider, ICustomFormatter
{
    /// <summary>What stands in the place of an amount that a person may not see.</summary>
    public const string Hidden = "(hidden)";

    private readonly bool _hide;

    private AmountFormat(bool hide) => _hide = hide;

    /// <summary>Amounts stand in clear.</summary>
    public static AmountFormat Showing { get; } = new(hide: false);

    /// <summary>Amounts are hidden.</summary>
    public static AmountFormat Hiding { get; } = new(hide: true);

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        Money or Measure { Unit: Unit.Money } when _hide => Hidden,
        FormattableString nested => nested.ToString(this),
        DateOnly day => day.ToString(format ?? "yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => arg?.ToString() ?? "",
    };
}
