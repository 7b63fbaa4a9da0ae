using System.Net;
using System.Net.Sockets;
using Copilot.Tests.Support;

namespace Copilot.Tests.Operating;

public sealed class TakenPort
{
    // whether a worker had begun when the start failed was a matter of luck
    private const int Tries = 3;

    [Fact]
    public async Task PortOfAnotherProgram_Serve_PrintsOneSentenceAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(folder, "init", "My Co");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (code, text) = await CommandLine.RunAsync(folder, "serve", "--url", $"http://{other.LocalEndpoint}");

            Assert.Equal(1, code);
            Assert.Equal($"http://{other.LocalEndpoint}/ is taken by another program. Stop it, or choose another address: copilot serve --url http://127.0.0.1:5181 (HO-041)", text.TrimEnd());
        }
    }
}
