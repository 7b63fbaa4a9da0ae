namespace Copilot.Core;

/// <summary>The surrogate key of one row of <typeparamref name="TEntity"/>: an order's id cannot be passed for a customer's.</summary>
/// <remarks>Nought means "not stored yet".</remarks>
public readonly record struct Id<TEntity>(int Value) : IComparable<Id<TEntity>>
    where TEntity : class
{
    /// <inheritdoc/>
    public int CompareTo(Id<TEntity> other) => Value.CompareTo(other.Value);

    /// <summary>The number, for logs.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Earlier row.</summary>
    public static bool operator <(Id<TEntity> left, Id<TEntity> right) => left.Value < right.Value;

    /// <summary>Later row.</summary>
    public static bool operator >(Id<TEntity> left, Id<TEntity> right) => left.Value > right.Value;

    /// <summary>Earlier or the same row.</summary>
    public static bool operator <=(Id<TEntity> left, Id<TEntity> right) => left.Value <= right.Value;

    /// <summary>Later or the same row.</summary>
    public static bool operator >=(Id<TEntity> left, Id<TEntity> right) => left.Value >= right.Value;
}
