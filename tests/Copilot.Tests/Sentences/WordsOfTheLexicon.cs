using Copilot.Conversation;
using Copilot.Core;
using Copilot.Host;

namespace Copilot.Tests.Sentences;

public sealed class WordsOfTheLexicon
{
    /// <summary>Arguments that the lexicon fills and that are no enumeration: places, roles, breakdowns under their own name, fields of an account.</summary>
    private static readonly string[] Open = ["region", "role", "dim", "afield"];

    private static readonly IReadOnlyList<ToolParameter> Choices = [.. PluginList.All.SelectMany(plugin => plugin.Tools).SelectMany(tool => tool.Parameters).Where(parameter => parameter.Kind == ParameterKind.Choice)];

    [Fact]
    public void EveryValueNamed_InTheLexicon_IsOneOfTheCatalogue() => Assert.All(
        Lexicon.Default.Concepts.Where(concept => concept.Contains('=', StringComparison.Ordinal)).Select(concept => concept.Split('=')).Where(parts => !Open.Contains(parts[0])),
        parts => Assert.Contains(Choices, parameter => parameter.Name == parts[0] && parameter.Choices.Contains(parts[1])));

    [Fact]
    public void EveryValueOfTheCatalogue_LookedUp_HasWords() => Assert.All(
        Choices.SelectMany(parameter => parameter.Choices.Select(choice => $"{(parameter.Name == "by" ? "dim" : parameter.Name)}={choice}")).Distinct()

            // the EDIFACT message is told from the orders people talk about by its capitals alone
            .Where(concept => concept != "type=ORDERS"),
        concept => Assert.Contains(concept, Lexicon.Default.Concepts));

    [Theory]
    [InlineData("überfällige", "overdue")]
    [InlineData("ueberfaellige", "overdue")]
    [InlineData("uberfallige", "overdue")]
    [InlineData("en retard de paiement", "overdue")]
    [InlineData("past-due", "overdue")]
    [InlineData("Kundenaufträge", "order")]
    [InlineData("klantorders", "order")]
    public void WordInAnySpelling_Found_IsItsConcept(string text, string concept) => Assert.Contains(TestEngine.Read(text).Concepts, hit => hit.Concept == concept);

    [Fact]
    public void ShorterConcept_WithinALongerOneOfItsKind_IsNotCounted()
    {
        var concepts = TestEngine.Read("issue a credit note").Concepts.Select(hit => hit.Concept).ToList();

        Assert.Contains("credit_note", concepts);
        Assert.DoesNotContain("credit", concepts);
    }

    [Fact]
    public void PronounUs_Found_IsNoCountry()
    {
        Assert.DoesNotContain(TestEngine.Read("who owes us money").Concepts, hit => hit.Concept == "region=US");
        Assert.Contains(TestEngine.Read("who owes money in the US").Concepts, hit => hit.Concept == "region=US");
    }
}
