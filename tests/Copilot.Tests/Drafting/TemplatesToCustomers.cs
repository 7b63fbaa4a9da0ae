using System.Text.RegularExpressions;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Copilot.Tests.Drafting;

public sealed class TemplatesToCustomers
{
    private static readonly string[] Wanted =
        ["orders/confirmation", "reminders/copy", "reminders/final", "reminders/firm", "reminders/friendly", "reminders/statement"];

    private static readonly string[] Parts = ["reminders/account", "reminders/closing", "reminders/interest", "reminders/items"];

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static TheoryData<string, Language> Every => [.. from name in Wanted from language in Enum.GetValues<Language>() select (name, language)];

    [Fact]
    public void Files_OfEveryLanguage_AreTheSameAndPartOfTheProgram()
    {
        Assert.All(Enum.GetValues<Language>(), language => Assert.Equal([.. Wanted.Concat(Parts).Order(StringComparer.Ordinal), "words/words"], TemplateFiles.Embedded.Names(language).Where(name => !name.StartsWith("nudges/", StringComparison.Ordinal))));
        var keys = Enum.GetValues<Language>().Select(language => string.Join(' ', TemplateFiles.Embedded.Words(language).Keys.Order(StringComparer.Ordinal))).Distinct();
        Assert.Single(keys);
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "prompts"), "*.md", SearchOption.AllDirectories).Count(file => Path.GetFileName(file) != "README.md");
        Assert.Equal(files, Enum.GetValues<Language>().Sum(language => TemplateFiles.Embedded.Names(language).Count()));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Template_WithValuesForAllNames_LeavesNoHoleAndNoTag(string name, Language language)
    {
        foreach (var (several, reminded) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            var draft = TemplateDrafts.Embedded.Render(name, new DraftReader(language, "DE"), SampleValues.Of(name, several, reminded));

            Assert.DoesNotMatch(@"\{\{|\}\}|  |\( *\)| ,|\|  \||#if|#each|\bSubject\b", Regex.Replace(draft.Subject + "\n" + draft.Body, @"\|  (?=\|)", "| - "));
            Assert.NotEmpty(draft.Subject);
            Assert.DoesNotContain('\n', draft.Subject);
            Assert.DoesNotMatch(@"\n\n\n", draft.Body);
            Assert.Equal(several, draft.Body.StartsWith(language switch { Language.En => "Dear Sir or Madam", Language.De => "Sehr geehrte Damen und Herren", Language.Fr => "Madame, Monsieur", _ => "Geachte heer, mevrouw" }, StringComparison.Ordinal));
            Assert.All(Tables(draft.Body), table => Assert.All(table.OfType<TableRow>(), row => Assert.Equal(table.ColumnDefinitions.Count, row.Count)));
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Template_WithoutOneOfItsValues_IsRefusedByThatName(string name, Language language)
    {
        var all = SampleValues.Of(name);
        var text = TemplateFiles.Embedded.Template(name, language);
        foreach (var missing in all.Keys.Where(key => Regex.IsMatch(text, $@"\{{\{{[^{{}}]*\b{key}\}}\}}")))
        {
            var values = all.Where(pair => pair.Key != missing).ToDictionary();
            Assert.Contains($"\"{missing}\"", Assert.Throws<ArgumentException>(() => TemplateDrafts.Embedded.Render(name, new DraftReader(language, "DE"), values)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Subject: x\n{{nmae}}", "nmae")]
    [InlineData("Subject: {{nmae}}\nx", "nmae")]
    [InlineData("Subject: x\n{{#if nmae}}a{{/if}}", "nmae")]
    [InlineData("Subject: x\n{{#if no}}{{nmae}}{{/if}}", "nmae")]
    [InlineData("Subject: x\n{{#each nmae}}a{{/each}}", "nmae")]
    [InlineData("Subject: x\n{{#each rows}}{{nmae}}{{/each}}", "nmae")]
    [InlineData("Subject: x\n{{#each rows}}{{name}}{{/each}}", "name")]
    [InlineData("Subject: x\n{{{name}}}", "three braces")]
    [InlineData("Subject: x\n{{lookup name 1}}", "lookup")]
    [InlineData("Subject: x\n{{#if name}}a", "if")]
    [InlineData("no subject\nx", "subject")]
    public void Template_WithSomethingMisspelt_IsRefused(string text, string named)
    {
        var drafts = new TemplateDrafts(new TemplateFiles(new Dictionary<string, string> { ["planted/en/it.md"] = text }));
        var values = new Dictionary<string, object> { ["name"] = "x", ["no"] = false, ["rows"] = new List<Dictionary<string, object>> { new() { ["own"] = "y" } } };

        Assert.Contains(named, Assert.Throws<ArgumentException>(() => drafts.Render("planted/it", new DraftReader(Language.En, "GB"), values)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Template_ThatIsRight_IsRendered()
    {
        var drafts = new TemplateDrafts(new TemplateFiles(new Dictionary<string, string> { ["planted/en/it.md"] = "Subject: For {{name}}\n{{#each rows}}\n- {{own}} of {{../name}}{{#unless last}},{{/unless}}\n{{/each}}\n{{#if no}}a{{else}}b{{/if}}" }));
        var values = new Dictionary<string, object>
        {
            ["name"] = "A*B", ["no"] = false, ["rows"] = new List<Dictionary<string, object>> { new() { ["own"] = "y", ["last"] = false }, new() { ["own"] = "z", ["last"] = true } },
        };

        Assert.Equal(new Draft("For A*B", "- y of A\\*B,\n- z of A\\*B\nb\n"), drafts.Render("planted/it", new DraftReader(Language.En, "GB"), values));
        Assert.Throws<ArgumentException>(() => drafts.Render("planted/other", new DraftReader(Language.En, "GB"), values));
    }

    [Theory]
    [InlineData(Language.En, "GB", "1,234.50\u00A0EUR", "05/11/2026")]
    [InlineData(Language.En, "US", "1,234.50\u00A0EUR", "11/5/2026")]
    [InlineData(Language.En, "PL", "1,234.50\u00A0EUR", "05/11/2026")]
    [InlineData(Language.De, "DE", "1.234,50\u00A0EUR", "05.11.2026")]
    [InlineData(Language.De, "CH", "1’234.50\u00A0EUR", "05.11.2026")]
    [InlineData(Language.Fr, "FR", "1\u202F234,50\u00A0EUR", "05/11/2026")]
    [InlineData(Language.Nl, "NL", "1.234,50\u00A0EUR", "05-11-2026")]
    public void AmountsAndDays_Written_AreThoseOfTheCountry(Language language, string country, string amount, string day)
    {
        var body = TemplateDrafts.Embedded.Render("reminders/friendly", new DraftReader(language, country), SampleValues.Of("reminders/friendly")).Body;

        Assert.Contains($"**{amount}**", body, StringComparison.Ordinal);
        Assert.Contains($"| {day} |", body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Template_WithDataThatLooksLikeFormatting_IsFormattedAsBefore(string name, Language language)
    {
        var reader = new DraftReader(language, "DE");
        var (plain, nasty) = (TemplateDrafts.Embedded.Render(name, reader, SampleValues.Of(name, several: false)), TemplateDrafts.Embedded.Render(name, reader, SampleValues.Of(name, several: false, name: SampleValues.Nasty)));

        Assert.Equal(Shape(plain.Body), Shape(nasty.Body));
        Assert.Contains("Müller | Söhne *GmbH* <b>_x_</b> `c` [a](http://evil.example) &amp; 1. # ~z~ - li", Text(nasty.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void AnyText_InACell_ComesOutAsItIs() => Prop.ForAll(
        Gen.Elements("*", "_", "|", "`", "<", ">", "[", "]", "(", ")", "\\", "#", "-", "+", "1.", "&lt;", "&", "~", "!", "a", "b ", " ", "://", "=", "iv)", "é").ListOf().Select(string.Concat).ToArbitrary(),
        data =>
        {
            var text = MarkdownData.Line(data).Trim();
            return text.Length == 0 || (Cell($"| a | b |\n|---|---|\n| {MarkdownData.Escape(text)} | x |\n") == text && Text(MarkdownData.Escape(text)) == text);
        }).QuickCheckThrowOnFailure();

    // a friendly reminder never speaks of interest, whatever the terms say; none but a statement and the firmer ones does
    [Theory]
    [InlineData(Language.En, "interest")]
    [InlineData(Language.De, "Zins")]
    [InlineData(Language.Fr, "intérêt")]
    [InlineData(Language.Nl, "rente")]
    public void Interest_IsSpokenOf_InFirmAndFinalRemindersAndStatementsAlone(Language language, string word) => Assert.All(Wanted, name => Assert.Equal(
        name is "reminders/firm" or "reminders/final" or "reminders/statement",
        TemplateFiles.Embedded.Template(name, language).Contains(word, StringComparison.OrdinalIgnoreCase)));

    // where to pay comes from the records: no template holds an account of its own
    [Fact]
    public void Templates_Read_HoldNoAccountNumber()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(Wanted.Concat(Parts), name => Assert.DoesNotMatch(@"\d{4}", TemplateFiles.Embedded.Template(name, language)));
        }
    }

    [Fact]
    public void Parts_ThatHoldEachOther_AreRefused()
    {
        var drafts = new TemplateDrafts(new TemplateFiles(new Dictionary<string, string> { ["planted/en/it.md"] = "Subject: x\n{{> a}}", ["planted/en/a.md"] = "{{> b}}", ["planted/en/b.md"] = "{{> a}}" }));

        Assert.Contains("hold each other", Assert.Throws<ArgumentException>(() => drafts.Render("planted/it", new DraftReader(Language.En, "GB"), new Dictionary<string, object>())).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Table> Tables(string body) => Markdig.Markdown.Parse(body, Markdown).Descendants<Table>();

    private static string Cell(string table) => string.Concat(Tables(table).Single().Descendants<TableCell>().ElementAt(2).Descendants<LeafBlock>().Select(Text));

    private static string Text(string body) => string.Join('\n', Markdig.Markdown.Parse(body, Markdown).Descendants<LeafBlock>().Select(Text));

    private static string Text(LeafBlock block) => string.Concat((block.Inline?.Descendants() ?? []).Select(inline => inline switch { LiteralInline literal => literal.Content.ToString(), HtmlEntityInline => "?", CodeInline => "?", _ => "" }));

    private static string Shape(string body) => string.Join(' ', Markdig.Markdown.Parse(body, Markdown).Descendants().Where(node => node is not LiteralInline).Select(node => node.GetType().Name));
}
