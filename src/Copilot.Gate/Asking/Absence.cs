namespace Copilot.Gate;

/// <summary>That a person is away.</summary>
/// <param name="Person">Who, by short name.</param>
/// <param name="From">Their first day away, in their own zone.</param>
/// <param name="Until">Their last.</param>
/// <param name="Deputy">Who stands in, by short name; nobody where none is named.</param>
internal sealed record Absence(string Person, DateOnly From, DateOnly Until, string? Deputy)
{
    /// <summary>Whether a day is among them.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= Until;
}

/// <summary>What came of saying that one is away.</summary>
/// <param name="Absence">It, as stored.</param>
/// <param name="Words">In a sentence or two, for the one who said so.</param>
internal sealed record AbsenceSaid(Absence Absence, string Words);

/// <summary>Who is asked besides somebody who is away.</summary>
/// <param name="Words">In a sentence that begins with a blank; empty where they are not away.</param>
/// <param name="Deputy">Who is asked now; nobody where nobody is, or where they were asked already.</param>
internal readonly record struct Instead(string Words, string? Deputy);
