using System.Globalization;
using Copilot.Connectors.Documents;
using Copilot.Connectors.Mail;
using Copilot.Core;
using Copilot.Data;
using Microsoft.Extensions.Configuration;

namespace Copilot.Host.Settings;

/// <summary>The host's settings. They come from the environment (<c>Copilot__Today</c>) or the file <c>settings.json</c> of the data folder.</summary>
/// <param name="DataFolder">Where all state lives.</param>
/// <param name="Today">The business day, when it is set.</param>
/// <param name="Provider">Where records are kept.</param>
/// <param name="CompanyConnection">PostgreSQL's connection string for the business records.</param>
/// <param name="CopilotConnection">PostgreSQL's connection string for the copilot's own records.</param>
internal sealed record HostSettings(DirectoryInfo DataFolder, DateOnly? Today, StoreProvider Provider, string? CompanyConnection, string? CopilotConnection)
{
    /// <summary>How mail leaves.</summary>
    public MailOptions Mail { get; init; } = new();

    /// <summary>Where documents of other systems are dropped.</summary>
    public DocumentOptions Documents { get; init; } = new();

    /// <summary>Reads and checks the settings; a fault names the setting, what is wrong with its value, and an example.</summary>
    /// <param name="workingDirectory">Where the command runs.</param>
    /// <param name="here">Whether the data folder is that of the working directory and none above it: a new company takes no other's place.</param>
    public static Result<HostSettings> Read(DirectoryInfo workingDirectory, bool here = false)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var folder = environment["Copilot:DataFolder"] is { Length: > 0 } path ? new DirectoryInfo(path) : here ? Data.DataFolder.Here(workingDirectory) : Data.DataFolder.Find(workingDirectory);
        try
        {
            var file = Path.Combine(folder.FullName, "settings.json");
            return Check(folder, new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().Build());
        }
        catch (InvalidDataException exception)
        {
            return new Fault("HO-001", $"The file settings.json in {folder.FullName} is not valid JSON: {exception.InnerException?.Message ?? exception.Message} Mend it, or take it away to use the defaults.");
        }
    }

    /// <summary>The business day: the one set, else the day it is here.</summary>
    public DateOnly BusinessDay() => Today ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static Result<HostSettings> Check(DirectoryInfo folder, IConfiguration configuration)
    {
        DateOnly? today = null;
        if (configuration["Copilot:Today"] is { Length: > 0 } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                return new Fault("HO-002", $"Copilot:Today is \"{day}\", which is not a day. Write it as 2026-12-05, or leave it out for today's date.");
            }

            today = parsed;
        }

        var provider = configuration["Copilot:Store"];
        if (provider is { Length: > 0 } && !Enum.TryParse<StoreProvider>(provider, ignoreCase: true, out _))
        {
            return new Fault("HO-003", $"Copilot:Store is \"{provider}\". It is \"sqlite\" (the default) or \"postgres\".");
        }

        var mail = ReadMail(configuration);
        if (!mail.Ok)
        {
            return mail.Fault;
        }

        var documents = ReadDocuments(configuration);
        if (!documents.Ok)
        {
            return documents.Fault;
        }

        var settings = new HostSettings(
            folder,
            today,
            provider is { Length: > 0 } ? Enum.Parse<StoreProvider>(provider, ignoreCase: true) : StoreProvider.Sqlite,
            configuration["Copilot:CompanyConnection"],
            configuration["Copilot:CopilotConnection"]) { Mail = mail.Value, Documents = documents.Value };
        return settings.Provider == StoreProvider.Postgres && (string.IsNullOrWhiteSpace(settings.CompanyConnection) || string.IsNullOrWhiteSpace(settings.CopilotConnection))
            ? new Fault("HO-004", "Copilot:Store is \"postgres\", but Copilot:CompanyConnection or Copilot:CopilotConnection is missing. Example: Host=localhost;Database=company;Username=copilot.")
            : settings;
    }

    private static Result<MailOptions> ReadMail(IConfiguration configuration)
    {
        try
        {
            var mail = configuration.GetSection("Copilot:Mail").Get<MailOptions>() ?? new MailOptions();
            return mail.Check() is { } fault ? fault : mail;
        }
        catch (InvalidOperationException wrong)
        {
            return new Fault("HO-005", $"A setting of Copilot:Mail is of the wrong kind: {wrong.InnerException?.Message ?? wrong.Message} Numbers are written as 587, switches as true or false.");
        }
    }

    private static Result<DocumentOptions> ReadDocuments(IConfiguration configuration)
    {
        try
        {
            var documents = configuration.GetSection("Copilot:Documents").Get<DocumentOptions>() ?? new DocumentOptions();
            return documents.Check() is { } fault ? fault : documents;
        }
        catch (InvalidOperationException wrong)
        {
            return new Fault("HO-006", $"A setting of Copilot:Documents is of the wrong kind: {wrong.InnerException?.Message ?? wrong.Message} Numbers are written as 10.");
        }
    }
}
