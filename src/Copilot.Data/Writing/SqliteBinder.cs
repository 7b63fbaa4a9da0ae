using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Copilot.Core;
using SQLitePCL;

namespace Copilot.Data;

/// <summary>
/// Binds a whole row to a prepared statement without boxing: with a million rows, boxing and the parameter objects of the ADO layer cost
/// more than the database does.
/// </summary>
internal static class SqliteBinder
{
    private const int OnStack = 256;

    /// <summary>One delegate that binds all columns of a row, in order.</summary>
    public static Action<sqlite3_stmt, TEntity> Compile<TEntity>(TableShape<TEntity> shape)
        where TEntity : Entity
    {
        var statement = Expression.Parameter(typeof(sqlite3_stmt), "statement");
        var calls = shape.Columns.Select((column, index) => Bind(statement, index + 1, column));
        return Expression.Lambda<Action<sqlite3_stmt, TEntity>>(Expression.Block(calls), statement, shape.Row).Compile();
    }

    private static Expression Bind(ParameterExpression statement, int index, ColumnShape column)
    {
        var method = typeof(SqliteBinder).GetMethod(nameof(Put), BindingFlags.NonPublic | BindingFlags.Static, [typeof(sqlite3_stmt), typeof(int), column.Value.Type])
            ?? throw new NotSupportedException($"{column.Name} is of type {column.Value.Type.Name}, which is not bound yet.");
        var position = Expression.Constant(index);
        Expression put = Expression.Call(method, statement, position, column.Value);
        if (column.IsNull is null)
        {
            return put;
        }

        var putNull = typeof(SqliteBinder).GetMethod(nameof(PutNull), BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.IfThenElse(column.IsNull, Expression.Call(putNull, statement, position), put);
    }

    private static void PutNull(sqlite3_stmt statement, int index) => _ = raw.sqlite3_bind_null(statement, index);

    private static void Put(sqlite3_stmt statement, int index, int value) => _ = raw.sqlite3_bind_int64(statement, index, value);

    private static void Put(sqlite3_stmt statement, int index, long value) => _ = raw.sqlite3_bind_int64(statement, index, value);

    private static void Put(sqlite3_stmt statement, int index, bool value) => _ = raw.sqlite3_bind_int64(statement, index, value ? 1 : 0);

    private static void Put(sqlite3_stmt statement, int index, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        _ = value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _ = raw.sqlite3_bind_text(statement, index, text);
    }

    // as the ADO layer writes it, so that a row reads the same whichever way it came in
    private static void Put(sqlite3_stmt statement, int index, decimal value) => Put(statement, index, value.ToString("0.0###########################", CultureInfo.InvariantCulture));

    private static void Put(sqlite3_stmt statement, int index, string value)
    {
        var length = Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        _ = raw.sqlite3_bind_text(statement, index, buffer[..Encoding.UTF8.GetBytes(value, buffer)]);
    }
}
