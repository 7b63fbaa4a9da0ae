using Copilot.Conversation;
using Copilot.Tests.Sentences;
using Copilot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(UnderstandingFixture))]

namespace Copilot.Tests.Support;

/// <summary>The embedded engine for tests that ask through it.</summary>
public sealed class UnderstandingFixture
{
    internal EmbeddedEngine Engine => TestEngine.Engine;

    /// <summary>A dialogue about the sample, on the sample's day.</summary>
    internal Dialogue Dialogue(SampleFixture sample) =>
        new(Engine, new StoreCompany(sample.Store, TimeProvider.System, SampleFixture.Day), null, TimeProvider.System, NullLogger<Dialogue>.Instance);
}
