using Copilot.Conversation;
using Copilot.Host;
using Copilot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(UnderstandingFixture))]

namespace Copilot.Tests.Support;

/// <summary>The embedded engine, taught once for the whole run in a temporary folder.</summary>
public sealed class UnderstandingFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-engine-");
    private readonly Lazy<EmbeddedEngine> _engine;

    public UnderstandingFixture() => _engine = new Lazy<EmbeddedEngine>(() => EmbeddedEngine.Open(PluginList.All, _folder));

    internal EmbeddedEngine Engine => _engine.Value;

    /// <summary>A dialogue about the sample, on the sample's day.</summary>
    internal Dialogue Dialogue(SampleFixture sample) =>
        new(Engine, new StoreCompany(sample.Store, TimeProvider.System, SampleFixture.Day), TimeProvider.System, NullLogger<Dialogue>.Instance);

    public void Dispose() => _folder.Delete(recursive: true);
}
