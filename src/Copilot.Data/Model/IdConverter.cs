using Copilot.Core;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Copilot.Data;

/// <summary>A typed id is an integer in the store.</summary>
internal sealed class IdConverter<TEntity>() : ValueConverter<Id<TEntity>, int>(id => id.Value, value => new Id<TEntity>(value))
    where TEntity : class;
