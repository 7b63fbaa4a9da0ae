using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Files that people gave in conversations. They are kept as long as the conversation's messages are.</summary>
public sealed class UploadStore
{
    private readonly CompanyStore _store;
    private readonly GroupCommit _commit;
    private readonly string _table;

    internal UploadStore(CompanyStore store, GroupCommit commit, string schema) => (_store, _commit, _table) = (store, commit, schema + "\"Uploads\"");

    /// <summary>Keeps a file. One that is kept already under that key stays as it is: a client that heard no answer sends again.</summary>
    public Task KeepAsync(KeptFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return _commit.WriteAsync(
            async to => await to.RunAsync(
                $"INSERT INTO {_table} (\"Id\", \"Conversation\", \"PersonKey\", \"Name\", \"ContentType\", \"Content\", \"TakenAt\") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6) ON CONFLICT (\"Id\") DO NOTHING",
                [file.Id, file.Conversation, file.PersonKey, file.Name, file.ContentType, SealedText.SealBytes(await PersonKeys.EnsureAsync(to, PersonKeys.OfPerson(file.PersonKey), _store.Clock.GetUtcNow(), CancellationToken.None), file.Content), _store.Clock.GetUtcNow()], CancellationToken.None),
            cancellationToken);
    }

    /// <summary>A file, for the person who gave it; nothing for anybody else.</summary>
    public async Task<KeptFile?> FindAsync(string id, string personKey, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        return await context.Uploads.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.PersonKey == personKey, cancellationToken) is { } row
            && await new KeyRing(context).OpenAsync(row.Content, cancellationToken) is { } content
            ? new KeptFile(row.Id, row.Conversation, row.PersonKey, row.Name, row.ContentType, content)
            : null;
    }
}

/// <summary>A file that somebody gave in a conversation.</summary>
/// <param name="Id">Key; the same for a file that is sent again with its message.</param>
/// <param name="Conversation">The channel and its own name for the conversation.</param>
/// <param name="PersonKey">Who gave it.</param>
/// <param name="Name">Its file name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">What is in it.</param>
public sealed record KeptFile(string Id, string Conversation, string PersonKey, string Name, string ContentType, byte[] Content);
