namespace Copilot.DesignTime;

internal static class Program
{
    private static void Main()
    {
    }
}
