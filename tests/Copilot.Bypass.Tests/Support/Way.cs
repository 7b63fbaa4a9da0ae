namespace Copilot.Bypass.Tests.Support;

/// <summary>One way round the gate.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Attempt">What somebody would write.</param>
/// <param name="Neighbour">The same without the offence: it compiles, so that the attempt fails for what it is and not for a slip of the pen.</param>
/// <param name="Errors">What the compiler says, separated by blanks, and nothing else.</param>
internal sealed record Way(string Name, string Attempt, string Neighbour, string Errors)
{
    /// <summary>The rows of a theory: xunit shows them by name.</summary>
    public static TheoryData<string> Rows(IEnumerable<Way> ways) => [.. ways.Select(way => way.Name)];

    /// <summary>The way of a name.</summary>
    public static Way Of(IEnumerable<Way> ways, string name) => ways.Single(way => way.Name == name);
}
