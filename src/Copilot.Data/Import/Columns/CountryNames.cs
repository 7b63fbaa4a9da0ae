using System.Collections.Frozen;
using System.Globalization;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Countries as exports write them, as their two letters of ISO 3166.</summary>
internal static class CountryNames
{
    // names in German, French, Dutch and Spanish that the platform does not list as an English or a native name, and common shorthand
    private const string Others = "GB:uk;great britain;england;scotland;wales;großbritannien;vereinigtes königreich;royaume-uni;grande-bretagne;verenigd koninkrijk;groot-brittannië;reino unido|"
        + "US:usa;u.s.a.;united states of america;ee. uu.;eeuu;vereinigte staaten;etats-unis;verenigde staten;estados unidos|DE:allemagne;duitsland;alemania;brd|FR:frankreich;frankrijk;francia|"
        + "NL:niederlande;holland;pays-bas;the netherlands;países bajos|BE:belgien;belgique;belgië;bélgica|LU:luxemburg;luxemburgo|AT:autriche;oostenrijk|CH:suisse;zwitserland;suiza|"
        + "IT:italien;italie;italië|ES:spanien;espagne;spanje|PT:portugal|PL:polen;pologne;polonia|CZ:tschechien;tschechische republik;czech republic;république tchèque;tchéquie;tsjechië|"
        + "HU:ungarn;hongrie;hongarije|NO:norwegen;norvège;noorwegen;noruega|SE:schweden;suède;zweden;suecia|DK:dänemark;danemark;denemarken;dinamarca|FI:finnland;finlande;finlandia|"
        + "IE:irland;irlande;ierland;irlanda;eire|GR:griechenland;grèce;griekenland;grecia|TR:türkei;turquie;turkije;turkey;turquía|RU:russland;russie;rusland;russian federation;rusia|"
        + "CN:china;chine|JP:japan;japon|KR:korea;south korea;republic of korea;südkorea;corée du sud|IN:indien;inde|BR:brasilien;brésil;brazilië;brasil|CA:kanada|AU:australien;australie;australië|"
        + "MX:mexiko;mexique;méxico|CI:cote d'ivoire;ivory coast;elfenbeinküste|CD:congo, drc;congo (drc);dr congo;democratic republic of the congo;kongo|CG:congo;republic of the congo|"
        + "TZ:tanzania, united republic of|SZ:swaziland|LA:laos|VN:viet nam|PH:philipines|ZA:südafrika;afrique du sud;zuid-afrika;sudáfrica";

    private static readonly FrozenDictionary<string, string> Codes = Build();

    /// <summary>The two letters; nothing when the text names no country.</summary>
    public static string? Find(string text) => Codes.GetValueOrDefault(Folding.Fold(text.Trim()));

    private static FrozenDictionary<string, string> Build()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in Others.Split('|'))
        {
            var (code, names) = (entry[..2], entry[3..]);
            codes[Folding.Fold(code)] = code;
            foreach (var name in names.Split(';'))
            {
                codes[Folding.Fold(name)] = code;
            }
        }

        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            if (region.TwoLetterISORegionName is { Length: 2 } code && char.IsAsciiLetterUpper(code[0]))
            {
                codes.TryAdd(Folding.Fold(code), code);
                codes.TryAdd(Folding.Fold(region.ThreeLetterISORegionName), code);
                codes.TryAdd(Folding.Fold(region.EnglishName), code);
                codes.TryAdd(Folding.Fold(region.NativeName), code);
            }
        }

        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
