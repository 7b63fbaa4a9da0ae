using Copilot.Core;

namespace Copilot.Plugins.Desk.Rules;

/// <summary>A function with what help says of it.</summary>
internal sealed record HelpLine(Tool Tool, HelpEntry Entry);

/// <summary>A subject as the overview shows it.</summary>
internal sealed record HelpSubject(Area Area, IReadOnlyList<HelpLine> Lines, HelpSamples Samples)
{
    private const int Most = 6;

    /// <summary>What it can do now.</summary>
    public string Works => Some(Lines.Where(line => line.Tool.Built).Select(line => line.Entry.What), "nothing yet");

    /// <summary>What it will.</summary>
    public string Later => Some(Lines.Where(line => !line.Tool.Built).Select(line => line.Entry.What), "");

    /// <summary>A question that works as it stands; nothing while no function that reads is built.</summary>
    public string? Try => Lines.Where(line => line.Tool is { Built: true, Kind: ToolKind.Read }).Select(line => Samples.Fill(line.Entry)).FirstOrDefault(question => question is not null);

    private static string Some(IEnumerable<string> texts, string none)
    {
        var all = texts.ToArray();
        return all.Length == 0 ? none : string.Join("; ", all.Take(Most)) + (all.Length > Most ? $"; and {all.Length - Most} more" : "");
    }
}
