using Copilot.Bypass.Tests.Support;

namespace Copilot.Bypass.Tests;

/// <summary>What the framework itself would let a plugin do, files, network, clocks, reflection and the like, is banned by name in its build.</summary>
public sealed partial class PluginsNameNothingBanned
{
    public static TheoryData<string> Names => Way.Rows(Ways);

    public static TheoryData<string> Kept => [.. Allowed];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Plugin_ThatNamesIt_IsRefusedByTheAnalyzer(string way) => Assert.Equal(Way.Of(Ways, way).Errors.Split(' '), await PluginCompiler.ErrorsAsync(File(Way.Of(Ways, way).Attempt)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SameWithoutTheOffence_InAPlugin_Compiles(string way) => Assert.Empty(await PluginCompiler.ErrorsAsync(File(Way.Of(Ways, way).Neighbour)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SameFile_WithoutTheList_Compiles(string way) => Assert.Empty(await PluginCompiler.ErrorsAsync(File(Way.Of(Ways, way).Attempt), banned: ""));

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task WhatFunctionsNeed_InAPlugin_Compiles(string statements) => Assert.Empty(await PluginCompiler.ErrorsAsync(Snippets.Function(statements)));

    // some attempts are declarations
    private static string File(string text) => text.StartsWith("class ", StringComparison.Ordinal) ? "using System.Runtime.CompilerServices; using System.Runtime.InteropServices; namespace Copilot.Plugins.Planted; internal sealed " + text : Snippets.Function(text);
}
