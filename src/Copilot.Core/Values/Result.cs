using System.Diagnostics.CodeAnalysis;

namespace Copilot.Core;

/// <summary>
/// What a user or an outside system can cause: a stable code, one sentence that says what is wrong and what to do, and nothing more.
/// </summary>
/// <param name="Code">Two to four letters of the subject, a dash, three digits: <c>AR-014</c>. A code is never used for anything else.</param>
/// <param name="Message">Plain words for the person who asked.</param>
/// <param name="Suggestions">What to type instead, nearest first; may be empty.</param>
public sealed record Fault(string Code, string Message, IReadOnlyList<string> Suggestions)
{
    /// <summary>A fault without suggestions.</summary>
    public Fault(string code, string message)
        : this(code, message, [])
    {
    }

    /// <summary>"AR-014: the sentence".</summary>
    public override string ToString() => $"{Code}: {Message}";
}

/// <summary>Either a value or a <see cref="Core.Fault"/>. Misuse by code throws instead.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T value) => _value = value;

    private Result(Fault fault) => Fault = fault;

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Ok => Fault is null;

    /// <summary>What went wrong, when something did.</summary>
    public Fault? Fault { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is a fault instead.</exception>
    public T Value => Ok ? _value! : throw new InvalidOperationException($"There is no value: {Fault}");

    /// <summary>A result by name, where the value's type is so wide that the conversion below is not taken.</summary>
    public static Result<T> Of(T value) => new(value);

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A fault is a result.</summary>
    public static implicit operator Result<T>(Fault fault) => new(fault);
}
