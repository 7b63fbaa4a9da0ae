using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Copilot.Bot;

/// <summary>What a channel said to a call.</summary>
/// <param name="Id">Its name for the activity or conversation; empty answers carry none.</param>
/// <param name="Trouble">Why it did not take it; nothing when it did.</param>
/// <param name="Again">Whether trying again may help.</param>
/// <param name="After">How long it wants to be left alone.</param>
internal sealed record ChannelAnswer(string? Id, string? Trouble = null, bool Again = false, TimeSpan? After = null)
{
    /// <summary>Whether the channel has it.</summary>
    public bool Taken => Trouble is null;
}

/// <summary>The calls of the Bot Connector that this copilot makes (version 3), to the address that came with an authenticated activity.</summary>
internal sealed class ConnectorClient(HttpClient http, IConnectorToken token, TimeProvider time)
{
    private static readonly HashSet<HttpStatusCode> Passing = [HttpStatusCode.PreconditionFailed, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout];

    /// <summary>Sends an activity, as a reply where it answers one; where its conversation has no name yet, that is opened first, and is the same for the same person.</summary>
    public async Task<ChannelAnswer> SendAsync(string serviceUrl, Activity activity, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
        {
            var opened = await CreateAsync(serviceUrl, activity.From ?? new ChannelAccount(), activity.Recipient ?? new ChannelAccount(), activity.Conversation?.TenantId, cancellationToken);
            if (!opened.Taken || string.IsNullOrEmpty(opened.Id))
            {
                return opened.Taken ? opened with { Trouble = "the channel opened a conversation and did not name it" } : opened;
            }

            activity = activity with { Conversation = (activity.Conversation ?? new ConversationAccount()) with { Id = opened.Id } };
        }

        var path = $"v3/conversations/{Part(activity.Conversation?.Id)}/activities";
        return await CallAsync(HttpMethod.Post, serviceUrl, activity.ReplyToId is { Length: > 0 } to ? $"{path}/{Part(to)}" : path, Activities.Write(activity), cancellationToken);
    }

    /// <summary>Puts an activity in the place of one sent before.</summary>
    public Task<ChannelAnswer> UpdateAsync(string serviceUrl, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, serviceUrl, $"v3/conversations/{Part(activity.Conversation?.Id)}/activities/{Part(activityId)}", Activities.Write(activity), cancellationToken);

    /// <summary>Opens a conversation with a person who did not ask for one.</summary>
    public Task<ChannelAnswer> CreateAsync(string serviceUrl, ChannelAccount bot, ChannelAccount member, string? tenantId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new { isGroup = false, bot = new { id = bot.Id, name = bot.Name }, members = new[] { new { id = member.Id, name = member.Name } }, tenantId }, JsonSerializerOptions.Web);
        return CallAsync(HttpMethod.Post, serviceUrl, "v3/conversations", body, cancellationToken);
    }

    // a thread's id holds ";messageid=", others hold slashes
    private static string Part(string? id) => Uri.EscapeDataString(id ?? "");

    private async Task<ChannelAnswer> CallAsync(HttpMethod method, string serviceUrl, string path, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(new Uri(serviceUrl.TrimEnd('/') + "/"), path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (await token.GetAsync(cancellationToken) is { } bearer)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            }

            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? new ChannelAnswer(Id(text)) : Refused(response);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // whether it arrived is not known: sent again, it arrives at least once
            return new ChannelAnswer(null, $"the connection broke: {fault.Message}", Again: true);
        }
    }

    private ChannelAnswer Refused(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date is { } date ? date - time.GetUtcNow() : null) : null;
        return new ChannelAnswer(null, string.Create(CultureInfo.InvariantCulture, $"the channel answered {(int)response.StatusCode} {response.ReasonPhrase}"), Passing.Contains(response.StatusCode), after);
    }

    private static string? Id(string body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
