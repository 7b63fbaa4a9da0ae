using Copilot.Core;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Copilot.Connectors.Mail;

/// <summary>The HTML part of a mail, made from its Markdown. What looks like HTML in the text stays text; nothing is fetched when it is opened.</summary>
internal static class MailHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseSoftlineBreakAsHardlineBreak().DisableHtml().Build();

    /// <summary>A whole document of it.</summary>
    public static string Of(string markdown, Language language)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !IsSafe(link.Url))
            {
                // its text stays; a picture would be fetched from elsewhere, another scheme would run something
                link.ReplaceBy(new ContainerInline().With(link), copyChildren: false);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return $$"""
            <!DOCTYPE html>
            <html lang="{{Words.Of(language)}}"><head><meta charset="utf-8"><style>
            body { font-family: Segoe UI, Helvetica, Arial, sans-serif; font-size: 11pt; color: #1b1b1b; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid #c8c8c8; padding: 4px 10px; text-align: left; }
            </style></head><body>
            {{document.ToHtml(Pipeline)}}</body></html>
            """;
    }

    private static bool IsSafe(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeMailto);

    private static ContainerInline With(this ContainerInline empty, LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            empty.AppendChild(child);
        }

        return empty;
    }
}
