using System.Text.Encodings.Web;
using Copilot.Core;

namespace Copilot.Host.SignIn;

/// <summary>The plain page of somebody who was not let in: what is wrong, and the way back. It looks like the chat page and needs no script.</summary>
internal static class SignInPage
{
    /// <summary>The page.</summary>
    public static string Of(string company, Fault fault)
    {
        var (name, sentence) = (HtmlEncoder.Default.Encode(company), HtmlEncoder.Default.Encode(fault.Message));
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>Not signed in – {name} copilot</title>
              <link rel="icon" href="/img/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/css/page.css">
            </head>
            <body>
              <header class="bar"><div class="who"><h1>{name}</h1></div></header>
              <main>
                <section class="notice" aria-labelledby="notice-heading">
                  <h2 id="notice-heading">You are not signed in</h2>
                  <p>{sentence}</p>
                  <p><small>Code for your administrator: {fault.Code}</small></p>
                  <a class="primary" href="/">Back to the copilot</a>
                </section>
              </main>
            </body>
            </html>
            """;
    }
}
