using Copilot.Conversation;
using Copilot.Core;
using Copilot.Host;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

public sealed class LearningFromExamples
{
    [Fact]
    public void SameExamples_LearnedTwice_MakeTheSameModel() => Assert.Equal(Bytes(Teacher.Teach(Few())), Bytes(Teacher.Teach(Few())));

    [Fact]
    public void Model_WrittenAndRead_PredictsTheSame()
    {
        var model = Teacher.Teach(Few());
        using var folder = new TemporaryFolder();
        var file = new FileInfo(Path.Combine(folder.Path.FullName, "model.bin"));
        File.WriteAllBytes(file.FullName, Bytes(model));
        var again = LinearModel.Read(file);
        var features = FeatureExtractor.Of(TestEngine.Read("which invoices are past due"));

        Assert.Equal(model.Predict(features), again.Predict(features));
        Assert.Equal(model.Classes, again.Classes);
        Assert.Equal(model.Words, again.Words);
        Assert.Equal(Bytes(model), Bytes(again));
    }

    [Fact]
    public void ModelInUse_FileCutShortUnderIt_IsSaidAndPredictsNothingWrong()
    {
        var model = Teacher.Teach(Few());
        using var folder = new TemporaryFolder();
        var file = new FileInfo(Path.Combine(folder.Path.FullName, "model.bin"));
        File.WriteAllBytes(file.FullName, Bytes(model));
        var kept = LinearModel.Read(file);
        using (var stream = file.Open(FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            stream.SetLength(stream.Length / 2);
        }

        Assert.Throws<InvalidDataException>(() => Enumerable.Range(0, 20).Select(_ => kept.Predict(FeatureExtractor.Of(TestEngine.Read("which invoices of customers are past due since the last month of the year")))).ToList());
    }

    [Fact]
    public void Probabilities_OfAnySentence_AddUpToOne() => Assert.Equal(1f, Teacher.Teach(Few()).Predict(FeatureExtractor.Of(TestEngine.Read("anything at all"))).Sum(), 4);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5_000)]
    public void ModelFileCutShort_Opened_IsLearnedAnew(int length)
    {
        using var folder = new TemporaryFolder();
        ModelStore.Open(Two(), folder.Path);
        var file = folder.Path.EnumerateFiles("model-*.bin", SearchOption.AllDirectories).Single();
        using (var stream = file.Open(FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            stream.SetLength(Math.Min(length, stream.Length / 2));
        }

        Assert.Contains("crm_account", ModelStore.Open(Two(), folder.Path).Classes);
        Assert.True(new FileInfo(file.FullName).Length > 5_000);
    }

    [Fact]
    public void ModelKeptBefore_OpenedAgain_IsReadAndNotLearned()
    {
        using var folder = new TemporaryFolder();
        ModelStore.Open(Two(), folder.Path);
        var file = folder.Path.EnumerateFiles("model-*.bin", SearchOption.AllDirectories).Single();
        var written = file.LastWriteTimeUtc;

        ModelStore.Open(Two(), folder.Path);

        Assert.Equal(written, new FileInfo(file.FullName).LastWriteTimeUtc);
    }

    [Fact]
    public void LineThatIsNoExample_Read_IsNamed()
    {
        var fault = Assert.Throws<FormatException>(() => Examples.Read("en: a sentence\nno language here", "orders_show", []));

        Assert.Contains("no language here", fault.Message, StringComparison.Ordinal);
    }

    private static List<Example> Few() => [.. Examples.Load(PluginList.All).Where(example => example.Tool is "receivables_overdue" or "orders_find" or "desk_help" or Examples.Decline)];

    private static IReadOnlyList<Plugin> Two() => PluginList.All;

    private static byte[] Bytes(LinearModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
