using Copilot.Data;
using Copilot.Tests.Support;

namespace Copilot.Tests.Data;

/// <summary>The data folder is the nearest .copilot upwards, else one in the folder one is in.</summary>
public sealed class DataFolders
{
    [Fact]
    public void FolderFurtherUp_Sought_IsTheNearestOne()
    {
        using var folder = new TemporaryFolder();
        folder.Path.CreateSubdirectory(".copilot");
        var near = folder.Path.CreateSubdirectory("a/.copilot");
        var start = folder.Path.CreateSubdirectory("a/b/c");

        Assert.Equal(near.FullName, DataFolder.Find(start).FullName);
    }

    [Fact]
    public void NoFolderUpwards_Sought_IsThePlaceForOneHere()
    {
        using var folder = new TemporaryFolder();

        var found = DataFolder.Find(folder.Path);

        Assert.Equal((folder.File(".copilot"), false), (found.FullName, found.Exists));
    }
}
