using System.Net;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>The rows of the sample, which takes a program on this machine without a token.</summary>
internal static class WaysToBeWrongOnLoopback
{
    public static readonly Dictionary<string, (Action<Attempt> Spoil, int Status, string Code)> Rows = new(StringComparer.Ordinal)
    {
        ["not the sample, or not in development"] = (a => a.Options = a.Options with { AnonymousOnLoopback = false }, 401, "BT-002"),
        ["a registered bot, whose token would go to a place nobody proved"] = (a => a.Options = a.Options with { AppId = Attempt.AppId }, 401, "BT-002"),
        ["from another machine"] = (a => a.From = IPAddress.Parse("203.0.113.9"), 401, "BT-003"),
        ["from the same network"] = (a => a.From = IPAddress.Parse("192.168.1.5"), 401, "BT-003"),
        ["from another machine, version 4 in 6"] = (a => a.From = IPAddress.Parse("::ffff:203.0.113.9"), 401, "BT-003"),
        ["from nowhere"] = (a => a.From = null, 401, "BT-003"),
        ["from another machine, forwarded as local"] = (a => { a.From = IPAddress.Parse("203.0.113.9"); a.OtherHeaders["X-Forwarded-For"] = "127.0.0.1"; }, 401, "BT-003"),
        ["from another machine, host as local"] = (a => { a.From = IPAddress.Parse("203.0.113.9"); a.OtherHeaders["Host"] = "localhost"; }, 401, "BT-003"),
        ["from another machine, origin as local"] = (a => { a.From = IPAddress.Parse("203.0.113.9"); a.OtherHeaders["Origin"] = "http://localhost"; }, 401, "BT-003"),
        ["through a proxy: X-Forwarded-For"] = (a => a.OtherHeaders["X-Forwarded-For"] = "127.0.0.1", 401, "BT-003"),
        ["through a proxy: x-forwarded-for, empty"] = (a => a.OtherHeaders["x-forwarded-for"] = "", 401, "BT-003"),
        ["through a proxy: X-Forwarded-Host"] = (a => a.OtherHeaders["X-Forwarded-Host"] = "localhost", 401, "BT-003"),
        ["through a proxy: X-Forwarded-Proto"] = (a => a.OtherHeaders["X-Forwarded-Proto"] = "http", 401, "BT-003"),
        ["through a proxy: Forwarded"] = (a => a.OtherHeaders["Forwarded"] = "for=127.0.0.1", 401, "BT-003"),
        ["through a proxy: Via"] = (a => a.OtherHeaders["Via"] = "1.1 proxy", 401, "BT-003"),
        ["through a proxy: X-Real-IP"] = (a => a.OtherHeaders["X-Real-IP"] = "127.0.0.1", 401, "BT-003"),
        ["address replaced by forwarding"] = (a => a.OtherHeaders["X-Original-For"] = "203.0.113.9:4", 401, "BT-003"),
        ["page of a stranger in a browser here"] = (a => a.OtherHeaders["Origin"] = "https://evil.example.test", 401, "BT-003"),
        ["page of nobody in a browser here"] = (a => a.OtherHeaders["Origin"] = "null", 401, "BT-003"),
        ["page of a name that only sounds local"] = (a => a.OtherHeaders["Origin"] = "http://localhost.example.test", 401, "BT-003"),
        ["a token all the same, with no application set"] = (a => a.Authorization = token => [$"Bearer {token}"], 401, "BT-007"),
        ["an empty token"] = (a => a.Authorization = _ => ["Bearer "], 401, "BT-004"),
        ["an empty header"] = (a => a.Authorization = _ => [""], 401, "BT-004"),
        ["replies in plain http elsewhere"] = (a => a.Activity = a.Activity with { ServiceUrl = "http://example.test/" }, 403, "BT-016"),
        ["replies to a file"] = (a => a.Activity = a.Activity with { ServiceUrl = "file:///etc/passwd" }, 403, "BT-016"),
    };
}
