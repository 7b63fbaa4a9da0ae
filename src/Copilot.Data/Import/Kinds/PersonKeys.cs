using System.Text;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Short names of people made from their names.</summary>
internal static class PersonKeys
{
    /// <summary>"Ilse de Vries" → ilse.devries: the first word, a dot, the rest run together.</summary>
    public static string From(string name)
    {
        var words = Folding.Fold(name).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var key = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            key.Append(i == 1 ? "." : "").Append(words[i].Where(character => char.IsLetterOrDigit(character) || character == '-').ToArray());
        }

        return key.Length > 0 ? key.ToString() : "person";
    }
}
