using Copilot.Core;

namespace Copilot.Bot;

/// <summary>Why there is no file.</summary>
internal static class DownloadFaults
{
    /// <summary>The link is none of this host's, or its time is up.</summary>
    public static readonly Fault Over = new("BT-070", "This link is over or not whole. Press \"Download\" under the answer again: a link is good for 15 minutes.");

    /// <summary>The link had its one use.</summary>
    public static readonly Fault Used = new("BT-071", "This link was used already. Press \"Download\" under the answer again: each link is good for one file.");

    /// <summary>Somebody else's link.</summary>
    public static readonly Fault Others = new("BT-072", "This link was made for somebody else. Ask the question yourself; you will get the rows that you may see.");

    /// <summary>The answer has no such table any more.</summary>
    public static readonly Fault NoTable = new("BT-073", "That answer has no rows to download any more. Ask its question again.");
}
