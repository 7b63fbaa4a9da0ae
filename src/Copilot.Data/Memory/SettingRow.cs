namespace Copilot.Data;

/// <summary>A setting of a person, or of the house where no person is named.</summary>
internal sealed class SettingRow
{
    /// <summary>The person's short name; empty for the house.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its value.</summary>
    public string Value { get; set; } = "";
}
