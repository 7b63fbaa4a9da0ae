namespace Copilot.Host;

internal static class Program
{
    private static void Main()
    {
    }
}
