using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Tests.Bot;

/// <summary>What the page's own scripts ask of the host.</summary>
internal static class PageClient
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Somebody of the sample at the page, with the token of a conversation.</summary>
    public static async Task<HttpClient> OpenAsync(ChatHost host, string person, string? wanted = null)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-Copilot", "page");
        using var chosen = await client.PostAsJsonAsync("/api/person", new { key = person }, Token);
        Assert.Equal(HttpStatusCode.NoContent, chosen.StatusCode);
        using var granted = await client.PostAsync("/v3/directline/tokens/generate", wanted is null ? null : new StringContent($"{{\"conversationId\":\"{wanted}\"}}", Encoding.UTF8, "application/json"), Token);
        var token = (string)(await granted.Content.ReadFromJsonAsync<JsonObject>(Token))!["token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static async Task<(string Id, string Stream)> StartAsync(HttpClient page)
    {
        using var response = await page.PostAsync("/v3/directline/conversations", null, Token);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>(Token))!;
        return ((string)body["conversationId"]!, (string)body["streamUrl"]!);
    }

    public static async Task<string> SayAsync(HttpClient page, string id, JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await page.PostAsync($"/v3/directline/conversations/{id}/activities", content, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!;
    }

    public static async Task<JsonArray> ReadAsync(HttpClient page, string id, int count)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            var activities = (JsonArray)(await page.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{id}/activities", Token))!["activities"]!;
            if (activities.Count >= count)
            {
                return activities;
            }

            await Task.Delay(25, Token);
        }

        throw new InvalidOperationException($"{count} activities did not come.");
    }
}
