using System.Security.Cryptography;
using System.Text;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Gate;

/// <summary>How text is sealed, and how it is known that it names somebody.</summary>
public sealed class TextUnderKeys
{
    private static readonly PersonKey One = new(7, "p-1", RandomNumberGenerator.GetBytes(32));
    private static readonly PersonKey Two = new(12, "p-2", RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void AnyText_SealedAndOpened_IsTheSameWithTheSameHash() => Prop.ForAll<NonNull<string>>(text =>
    {
        // what is no Unicode cannot be said
        var said = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        var (stored, hash) = SealedText.Seal([One, Two], said);
        Assert.Equal([7, 12], SealedText.KeysOf(stored));
        Assert.Equal((said, hash), SealedText.Open([One.Secret, Two.Secret], stored));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TextOfAnyLength_Sealed_IsKeptSmallAndOpensToTheSame() => Prop.ForAll<NonNull<string>, PositiveInt>((word, times) =>
    {
        var said = string.Join(' ', Enumerable.Repeat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(word.Get)) + " they pay", times.Get * 40));
        var (stored, hash) = SealedText.Seal([One], said);

        Assert.Equal([7], SealedText.KeysOf(stored));
        Assert.Equal((said, hash), SealedText.Open([One.Secret], stored));
        Assert.Equal(said, SealedText.TextOf(SealedText.Inner([One.Secret], stored)));
        Assert.True(stored.Length < 1500 || stored.Length < said.Length / 2, $"{said.Length} became {stored.Length}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void LongText_ThatDoesNotPack_OpensToTheSame()
    {
        var said = Convert.ToBase64String(RandomNumberGenerator.GetBytes(20_000));
        var (stored, hash) = SealedText.Seal([One, Two], said);

        Assert.StartsWith("s2:7,12:", stored, StringComparison.Ordinal);
        Assert.Equal((said, hash), SealedText.Open([One.Secret, Two.Secret], stored));
        Assert.ThrowsAny<CryptographicException>(() => SealedText.Open([One.Secret, Two.Secret], "s1" + stored[2..]));
    }

    [Fact]
    public void SameText_SealedTwice_YieldsNeitherTheSameTextNorTheSameHash() => Assert.NotEqual(SealedText.Seal([One], "they pay"), SealedText.Seal([One], "they pay"));

    [Fact]
    public void OneKeyOfTwo_Missing_OpensNothing()
    {
        var (stored, _) = SealedText.Seal([One, Two], "they pay");

        Assert.ThrowsAny<CryptographicException>(() => SealedText.Open([One.Secret, One.Secret], stored));
        Assert.ThrowsAny<CryptographicException>(() => SealedText.Open([Two.Secret, Two.Secret], stored));
    }

    [Fact]
    public void SealedText_WithAnyLetterAltered_IsNotOpened()
    {
        var (stored, _) = SealedText.Seal([One], "they pay on Friday");
        var body = stored.IndexOf(':', 3) + 1;
        var bytes = Convert.FromBase64String(stored[body..]);
        for (var place = 0; place < bytes.Length; place++)
        {
            var altered = (byte[])bytes.Clone();
            altered[place] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => SealedText.Open([One.Secret], stored[..body] + Convert.ToBase64String(altered)));
        }

        Assert.ThrowsAny<CryptographicException>(() => SealedText.Open([One.Secret], "s1:8:" + stored[body..]));
    }

    [Fact]
    public void File_SealedAndOpened_IsTheSame()
    {
        var content = RandomNumberGenerator.GetBytes(5000);
        var stored = SealedText.SealBytes(One, content);

        Assert.Equal((7L, null), (SealedText.KeyOf(stored), SealedText.KeyOf(content)));
        Assert.Equal(content, SealedText.OpenBytes(One.Secret, stored));
    }

    [Fact]
    public void AnyProposal_CutIntoItsEffects_IsPutTogetherToTheSameBytes() => Prop.ForAll<NonEmptyArray<NonNull<string>>, NonNull<string>>((notes, title) =>
    {
        var proposal = new Proposal(title.Get, "\"effects\":[]", [.. notes.Get.Select(note => new LogCall(new Target(TargetKind.Customer, 1, "effects", 1), note.Get, CallOutcome.Reached))], [])
        {
            Remarks = [new Remark("effects\t[{}]")],
        };
        var bytes = EffectJson.Write(proposal);

        var parts = ProposalParts.Of(bytes);

        Assert.Equal(notes.Get.Length, parts.Effects.Count);
        Assert.Equal(bytes, parts.Bytes());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Anna Vogt", "spoke with ANNA VOGT today", true)]
    [InlineData("Müller", """{"text":"Frau M\u00fcller zahlt"}""", true)]
    [InlineData("Müller", """{"card":"{\"text\":\"Frau M\\u00fcller\"}"}""", true)]
    [InlineData("Müller", "Frau M&#252;ller", true)]
    [InlineData("anna.vogt", "Confirmed by anna\\.vogt.", true)]
    [InlineData("ap@adler.example", "To: <AP@adler.example>", true)]
    [InlineData("anna", "Annapolis, Susanna", false)]
    [InlineData("Anna Vogt", "Anna Vogtmann", false)]
    [InlineData("Anna Vogt", "Vogt, Anna", false)]
    public void TextThatMayNameSomebody_LookedAt_IsToldFromOneThatDoesNot(string called, string text, bool names) => Assert.Equal(names, ErasureTerms.Of([called]).Value.In(text));

    [Theory]
    [InlineData("")]
    [InlineData("Al")]
    public void CalledByTooLittle_ToBeErased_IsAsked(string called) => Assert.Equal("GA-050", ErasureTerms.Of([called]).Fault?.Code);
}
