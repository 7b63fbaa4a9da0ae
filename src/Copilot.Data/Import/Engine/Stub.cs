using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>A record that a file refers to and nobody knows yet. Until it is stored it has a key below nought.</summary>
/// <param name="Key">The stand-in key.</param>
/// <param name="Target">What it is.</param>
/// <param name="Entity">The record to be stored.</param>
/// <param name="Line">The line that named it first.</param>
internal sealed record Stub(int Key, ReferenceTarget Target, Entity Entity, int Line);
