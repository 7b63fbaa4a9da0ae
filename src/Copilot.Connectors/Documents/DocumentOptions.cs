using System.Globalization;
using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Documents;

/// <summary>Where documents of other systems are dropped: the section <c>Copilot:Documents</c>.</summary>
public sealed class DocumentOptions
{
    private const int Million = 1_000_000;
    private const int MostFilesOfAMail = 50;
    private const int MostMegabytesOfAMail = 25;

    /// <summary>All that the mails of one turn may carry together, as many times what one mail may.</summary>
    private const int MailsOfATurn = 4;

    /// <summary>The folder of the invoices' originals, <c>INV-20001.pdf</c> each; "invoices" of the data folder where none is named.</summary>
    public string? Invoices { get; set; }

    /// <summary>Originals that one mail may carry.</summary>
    public int MostFiles { get; set; } = 10;

    /// <summary>Megabytes (millions of bytes) that the originals of one mail may have together; a single one may have as many.</summary>
    public int MostMegabytes { get; set; } = 8;

    /// <summary>What is wrong with these settings; nothing when they can be used.</summary>
    public Fault? Check() => this switch
    {
        _ when Invoices is not null && !Path.IsPathFullyQualified(Invoices) => Bad("Invoices", Invoices, "a whole path, as /srv/erp/invoices"),
        { MostFiles: < 0 or > MostFilesOfAMail } => Bad("MostFiles", MostFiles.ToString(CultureInfo.InvariantCulture), $"a number from 0 (none goes along) to {MostFilesOfAMail}, as 10"),
        { MostMegabytes: < 1 or > MostMegabytesOfAMail } => Bad("MostMegabytes", MostMegabytes.ToString(CultureInfo.InvariantCulture), $"a number from 1 to {MostMegabytesOfAMail}, as 8"),
        _ => null,
    };

    /// <summary>The originals for one turn.</summary>
    /// <param name="dataFolder">The data folder.</param>
    public IOriginals Open(DirectoryInfo dataFolder)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        return new InvoiceFolder(Invoices ?? Path.Combine(dataFolder.FullName, DataFolder.Invoices), MostFiles, (long)MostMegabytes * Million, (long)MostMegabytes * Million * MailsOfATurn);
    }

    private static Fault Bad(string name, string value, string wanted) => new("HO-007", $"Copilot:Documents:{name} is \"{value}\". It needs {wanted}.");
}
