using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Fills a tool's arguments from a sentence: what is most certain first, free text from what is left.</summary>
internal static class SlotFiller
{
    /// <summary>Reads the arguments of a tool.</summary>
    public static SlotContext Fill(Tool tool, SentenceReading reading, TimeFrame frame)
    {
        var context = new SlotContext(tool, reading, frame);
        DocumentSlots.Fill(context);
        NameSlots.Fill(context);
        LineSlots.Fill(context);
        TimeSlots.Fill(context);
        CountSlots.Fill(context);
        AmountSlots.Fill(context);
        ChoiceSlots.Fill(context);
        TextSlots.Fill(context);
        return context;
    }

    /// <summary>The required arguments that are not filled and not ambiguous.</summary>
    public static IEnumerable<ToolParameter> Missing(Tool tool, JsonObject arguments) =>
        tool.Parameters.Where(parameter => parameter.Required && !arguments.ContainsKey(parameter.Name) && !FromTheTurn(tool, parameter));

    /// <summary>"My commission" names nobody: whose it is comes from the turn.</summary>
    public static bool FromTheTurn(Tool tool, ToolParameter parameter) => tool.Name == "commission_statement" && parameter.Name == "rep";
}
