using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Copilot.Data;

/// <summary>
/// Sorts an unknown value before every known one (after them when descending), as SQLite does by itself: each ordering by a column that
/// may be empty is preceded by one on whether it is. Runs when a query is compiled, not when it is run.
/// </summary>
internal sealed class NullsFirstInterceptor : IQueryExpressionInterceptor
{
    /// <inheritdoc/>
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        eventData.Context is { } context ? new Rewriter(context.Model).Visit(queryExpression) : queryExpression;

    private sealed class Rewriter(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var visited = base.VisitMethodCall(node);
            if (visited is not MethodCallExpression { Arguments.Count: 2 } call
                || call.Method.DeclaringType != typeof(Queryable)
                || call.Method.Name is not (nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending))
                || Unquote(call.Arguments[1]) is not { } key
                || !MayBeNull(key.Body))
            {
                return visited;
            }

            var known = Expression.Lambda(Expression.NotEqual(key.Body, Expression.Constant(null, key.Body.Type)), key.Parameters);
            var element = key.Parameters[0].Type;
            var byKnown = Expression.Call(typeof(Queryable), call.Method.Name, [element, typeof(bool)], call.Arguments[0], Expression.Quote(known));
            var descending = call.Method.Name.EndsWith("Descending", StringComparison.Ordinal);
            return Expression.Call(
                typeof(Queryable), descending ? nameof(Queryable.ThenByDescending) : nameof(Queryable.ThenBy), [element, key.Body.Type], byKnown, call.Arguments[1]);
        }

        private bool MayBeNull(Expression key) => Nullable.GetUnderlyingType(key.Type) is not null
            || (key is MemberExpression { Expression: { } owner } member && model.FindEntityType(owner.Type)?.FindProperty(member.Member.Name) is { IsNullable: true });

        private static LambdaExpression? Unquote(Expression argument) => (argument as UnaryExpression)?.Operand as LambdaExpression;
    }
}
