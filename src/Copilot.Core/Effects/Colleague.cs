namespace Copilot.Core;

/// <summary>One of the staff, as the recipient of an effect.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">Where they get their mail: the gate holds it against the list of staff.</param>
public sealed record Colleague(string Key, string Name, string Email)
{
    /// <summary>One of the staff as they were read.</summary>
    public static Colleague Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(person.Key, person.Name, person.Email);
    }

    /// <summary>"Nadia Hassan &lt;nadia.hassan@example&gt;".</summary>
    public override string ToString() => $"{Name} <{Email}>";
}
