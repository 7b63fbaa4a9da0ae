using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Bot;

/// <summary>The approval inbox as the page asks for it: each sees what is theirs to see, and decides by the same buttons as in the chat.</summary>
public sealed class InboxOfThePage(ChatHost host)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProposalOfOnesOwn_Listed_StandsWithTitleKindAndEnd()
    {
        var (page, id) = await SitAsync("hannah.price");
        using var _ = page;
        var number = await ProposeAsync(page, id, "log a call with Belmont & Hale: listed in the inbox");

        var row = (await ListAsync(page, id, "text=listed")).Rows().Concat((await ListAsync(page, id, $"text={number}")).Rows()).First(found => (string)found["number"]! == number);

        Assert.Contains("Belmont & Hale", (string)row["title"]!, StringComparison.Ordinal);
        Assert.Equal(("Log call", "You", 1), ((string)row["kinds"]!, (string)row["by"]!, (int)row["parts"]!));
        Assert.True(DateTimeOffset.Parse((string)row["expires"]!, System.Globalization.CultureInfo.InvariantCulture) > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task ProposalOfOthers_Listed_IsSeenByWhoMayDecideAlone()
    {
        var (page, id) = await SitAsync("hannah.price");
        using var _ = page;
        var number = await ProposeAsync(page, id, "log a call with Belmont & Hale: who sees this");

        var (colleague, there) = await SitAsync("luca.moretti");
        var (seller, elsewhere) = await SitAsync("maya.okafor");
        using var __ = colleague;
        using var ___ = seller;

        Assert.Contains(number, (await ListAsync(colleague, there, $"text={number}")).Numbers());
        foreach (var tab in new[] { "yours", "others", "decided" })
        {
            Assert.DoesNotContain(number, (await ListAsync(seller, elsewhere, $"tab={tab}&text={number}")).Numbers());
        }

        Assert.DoesNotContain(await OpenAsync(seller, elsewhere, number), text => text.Contains("who sees this", StringComparison.Ordinal));
        Assert.Contains(await OpenAsync(colleague, there, number), text => text.Contains("who sees this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreditNoteAskedFor_Listed_WaitsWithOthers()
    {
        var (page, id) = await SitAsync("hannah.price");
        using var _ = page;
        var invoice = await InvoiceAsync();
        var number = await ProposeAsync(page, id, $"credit note of 10 on {invoice}: goods were damaged");

        var mine = await ListAsync(page, id, $"tab=others&text={number}");

        Assert.Equal([number], mine.Numbers());
        Assert.Contains("controller", (string)mine.Rows().Single()["note"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await ListAsync(page, id, $"tab=yours&text={number}")).Numbers());
    }

    [Fact]
    public async Task CardOpenedInTheInbox_Confirmed_RunsOnceAndIsAmongTheDecided()
    {
        var (page, id) = await SitAsync("hannah.price");
        using var _ = page;
        var number = await ProposeAsync(page, id, "log a call with Belmont & Hale: decided in the inbox");
        var card = await CardAsync(page, id, new JsonObject { ["do"] = "proposal", ["proposal"] = number, ["page"] = 1 });
        var confirm = card.Elements("Action.Submit").Single(action => (string?)action["data"]!["choice"] == "confirm")["data"]!.DeepClone().AsObject();

        var done = await CardAsync(page, id, confirm);
        var again = await CardAsync(page, id, confirm);

        Assert.Contains(done.Texts(), text => text.Contains("Confirmed by Hannah Price", StringComparison.Ordinal));
        Assert.Contains(again.Texts(), text => text.Contains("decided already", StringComparison.Ordinal));
        Assert.Equal(1, await CallsAsync("decided in the inbox"));
        Assert.DoesNotContain(number, (await ListAsync(page, id, $"text={number}")).Numbers());
        Assert.InRange(await CountAsync(page, id), 0, 5_000);
        var decided = (await ListAsync(page, id, "tab=decided")).Rows().First(row => (string)row["number"]! == number);
        Assert.Equal("Confirmed, done", (string)decided["end"]!);
    }

    [Fact]
    public async Task CardNeverOpened_ConfirmedByItsBytes_IsRefusedAndShown()
    {
        var (page, id) = await SitAsync("hannah.price");
        using var _ = page;
        var number = await ProposeAsync(page, id, "log a call with Belmont & Hale: not opened by the colleague");
        var (colleague, there) = await SitAsync("luca.moretti");
        using var __ = colleague;
        var digest = await DigestAsync(number);

        var card = await CardAsync(colleague, there, new JsonObject { ["do"] = "decide", ["proposal"] = number, ["digest"] = digest, ["choice"] = "confirm" });

        Assert.Contains(card.Texts(), text => text.Contains("has not been shown to you", StringComparison.Ordinal));
        Assert.Equal(0, await CallsAsync("not opened by the colleague"));
    }

    [Theory]
    [InlineData("GET", "/inbox")]
    [InlineData("GET", "/inbox/count")]
    [InlineData("POST", "/decisions")]
    [InlineData("PUT", "/away")]
    [InlineData("DELETE", "/away")]
    public async Task TokenOfAnotherConversationOrNone_Used_IsRefused(string method, string rest)
    {
        var (page, id) = await SitAsync("hannah.price");
        var (other, _) = await SitAsync("hannah.price");
        using var __ = page;
        using var ___ = other;

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(other, method, $"/v3/directline/conversations/{id}{rest}"));
        page.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "forged");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(page, method, $"/v3/directline/conversations/{id}{rest}"));

        // the cookie alone, which a foreign page's form would bring along, is not enough
        page.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(page, method, $"/v3/directline/conversations/{id}{rest}"));
    }

    [Theory]
    [InlineData("""{"do":"ask","text":"confirm P-1"}""")]
    [InlineData("""{"do":"rows","turn":"1","table":"x","from":1}""")]
    [InlineData("""{"do":"decide","proposal":"P-1"}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task BodyThatIsNoDecision_Sent_IsRefused(string body)
    {
        var (page, id) = await SitAsync("hannah.price");
        using var _ = page;

        using var response = await page.PostAsync($"/v3/directline/conversations/{id}/decisions", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task MoreThanAPage_Read_IsPagedByWhatExpiresFirst()
    {
        var (page, id) = await SitAsync("ben.carter");
        using var _ = page;
        foreach (var n in Enumerable.Range(1, 23))
        {
            await SubmitAsync("hannah.price", $"paged note {n}");
        }

        var (luca, there) = await SitAsync("luca.moretti");
        using var __ = luca;
        var first = await ListAsync(luca, there, "text=kingsway");
        var second = await ListAsync(luca, there, "text=kingsway&page=2");
        var beyond = await ListAsync(luca, there, "text=kingsway&page=99");

        Assert.Equal((20, 2, 1), (first.Rows().Length, (int)first["pages"]!, (int)first["page"]!));
        Assert.Equal((int)first["found"]!, first.Rows().Length + second.Rows().Length);
        Assert.Empty(first.Numbers().Intersect(second.Numbers(), StringComparer.Ordinal));
        Assert.Equal(second.Numbers(), beyond.Numbers());
        var ends = first.Rows().Concat(second.Rows()).Select(row => (string)row["expires"]!).ToArray();
        Assert.Equal(ends.Order(StringComparer.Ordinal), ends);
        Assert.True((int)first["all"]! >= (int)first["found"]!);
        Assert.Empty((await ListAsync(luca, there, "text=kingsway&kind=issue_credit_note")).Numbers());
        Assert.Empty((await ListAsync(luca, there, "text=kingsway&by=luca.moretti")).Numbers());
        Assert.Equal(20, (await ListAsync(luca, there, "text=kingsway&kind=log_call&by=hannah.price")).Rows().Length);
    }

    [Theory]
    [InlineData("tab=everything")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=x")]
    public async Task ListThatIsNone_AskedFor_IsRefused(string query)
    {
        var (page, id) = await SitAsync("hannah.price");
        using var _ = page;

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(page, "GET", $"/v3/directline/conversations/{id}/inbox?{query}"));
    }

    internal static async Task<(HttpClient Page, string Id)> SitAsync(ChatHost host, string person)
    {
        var page = await PageClient.OpenAsync(host, person);
        var (id, _) = await PageClient.StartAsync(page);
        return (page, id);
    }

    private Task<(HttpClient Page, string Id)> SitAsync(string person) => SitAsync(host, person);

    private static async Task<string> ProposeAsync(HttpClient page, string id, string sentence)
    {
        await PageClient.SayAsync(page, id, new JsonObject { ["type"] = "message", ["from"] = new JsonObject { ["id"] = "x" }, ["text"] = sentence });
        var activities = await PageClient.ReadAsync(page, id, 3);
        var heading = activities[^1]!["attachments"]![0]!["content"]!.Texts()[0];
        Assert.StartsWith("P-", heading, StringComparison.Ordinal);
        return heading.Split(':')[0];
    }

    private async Task SubmitAsync(string person, string note)
    {
        var customer = await CustomerAsync();
        var gate = host.Gate;
        var stored = await gate.SubmitAsync(new ProposalRequest("test", "{}", person, "test", new Proposal($"Log a call with {customer.Document}", "A test asks for it.", [new LogCall(customer, note, CallOutcome.Reached)], [Basis.Of("calls", customer.Document, [])])), Stop);
        Assert.True(stored.Ok, stored.Ok ? "" : stored.Fault.Message);
    }

    private async Task<Target> CustomerAsync()
    {
        await using var context = host.Store.Company();
        var customer = await context.Customers.SingleAsync(row => row.Name == "Kingsway Boutiques", Stop);
        return new Target(TargetKind.Customer, customer.Id.Value, customer.Name, customer.Version);
    }

    private async Task<string> InvoiceAsync()
    {
        await using var context = host.Store.Company();
        return await context.Invoices.Where(row => row.OpenMinor > 100_000).OrderByDescending(row => row.DueOn).Select(row => row.Number).FirstAsync(Stop);
    }

    private static async Task<JsonObject> ListAsync(HttpClient page, string id, string query) => (await page.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{id}/inbox?{query}", Stop))!;

    private static async Task<int> CountAsync(HttpClient page, string id) => (int)(await page.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{id}/inbox/count", Stop))!["yours"]!;

    private static async Task<JsonNode> CardAsync(HttpClient page, string id, JsonObject command)
    {
        using var response = await page.PostAsync($"/v3/directline/conversations/{id}/decisions", new StringContent(command.ToJsonString(), Encoding.UTF8, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!["card"]!;
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(HttpClient page, string id, string number) =>
        [.. (await CardAsync(page, id, new JsonObject { ["do"] = "proposal", ["proposal"] = number, ["page"] = 1 })).Texts()];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient page, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Content = method is "POST" or "PUT" ? new StringContent("{}", Encoding.UTF8, "application/json") : null;
        using var response = await page.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private async Task<int> CallsAsync(string note)
    {
        await using var context = host.Store.Company();
        return await context.ContactLogs.CountAsync(row => row.Text == note, Stop);
    }

    private async Task<string> DigestAsync(string number)
    {
        await using var context = host.Store.Copilot();
        var id = Numbers.Read(number)!.Value;
        return await context.Proposals.Where(row => row.Id == id).Select(row => row.Digest).SingleAsync(Stop);
    }
}

/// <summary>Reading the inbox's answers.</summary>
internal static class InboxReading
{
    public static JsonNode[] Rows(this JsonObject answer) => [.. ((JsonArray)answer["rows"]!).Select(row => row!)];

    public static string[] Numbers(this JsonObject answer) => [.. answer.Rows().Select(row => (string)row["number"]!)];
}
