namespace Copilot.IntegrationTests.Support;

/// <summary>Whether this is a run in which nothing is skipped and the long tests take their whole length.</summary>
internal static class Ci
{
    public static bool Holds => Environment.GetEnvironmentVariable("CI") == "true";
}
