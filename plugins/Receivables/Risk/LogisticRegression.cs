namespace Copilot.Plugins.Receivables.Risk;

/// <summary>
/// Logistic regression with a ridge penalty, fitted by Newton's method (iteratively reweighted least squares). The same rows in the same
/// order always give the same weights. Inputs are standardised inside, so that a weight tells how much one standard deviation moves the log odds.
/// </summary>
internal sealed class LogisticRegression
{
    private const int MaximumSteps = 30;
    private readonly double[] _mean;
    private readonly double[] _scale;

    private LogisticRegression(double[] mean, double[] scale, double[] weights, double intercept) =>
        (_mean, _scale, Weights, Intercept) = (mean, scale, weights, intercept);

    /// <summary>Weight of each standardised input.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Log odds at the average of all inputs.</summary>
    public double Intercept { get; }

    /// <summary>Fits the weights; both outcomes must occur.</summary>
    /// <param name="inputs">One array a row, all of one length.</param>
    /// <param name="outcomes">The outcome of each row.</param>
    /// <param name="ridge">Penalty on the squared weights.</param>
    public static LogisticRegression Fit(IReadOnlyList<double[]> inputs, IReadOnlyList<bool> outcomes, double ridge)
    {
        var width = inputs[0].Length;
        var (mean, scale) = Moments(inputs, width);
        var rows = inputs.Select(row => Standardised(row, mean, scale)).ToArray();
        var weights = new double[width + 1];
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (gradient, curvature) = Derivatives(rows, outcomes, weights, ridge);
            var change = SolveInPlace(curvature, gradient);
            var largest = 0.0;
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] += change[i];
                largest = Math.Max(largest, Math.Abs(change[i]));
            }

            if (largest < 1e-9)
            {
                break;
            }
        }

        return new LogisticRegression(mean, scale, weights[1..], weights[0]);
    }

    /// <summary>Log odds of a row.</summary>
    public double LogOdds(double[] row) => Intercept + Contributions(row).Sum();

    /// <summary>What each input adds to the log odds, against the average row.</summary>
    public double[] Contributions(double[] row)
    {
        var result = new double[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            result[i] = Weights[i] * (row[i] - _mean[i]) / _scale[i];
        }

        return result;
    }

    /// <summary>The probability of log odds.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static (double[] Mean, double[] Scale) Moments(IReadOnlyList<double[]> inputs, int width)
    {
        var mean = new double[width];
        var scale = new double[width];
        foreach (var row in inputs)
        {
            for (var i = 0; i < width; i++)
            {
                mean[i] += row[i] / inputs.Count;
            }
        }

        foreach (var row in inputs)
        {
            for (var i = 0; i < width; i++)
            {
                scale[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / inputs.Count;
            }
        }

        for (var i = 0; i < width; i++)
        {
            // an input that never varies says nothing: its contribution is nought whatever the weight
            scale[i] = scale[i] < 1e-12 ? double.PositiveInfinity : Math.Sqrt(scale[i]);
        }

        return (mean, scale);
    }

    private static double[] Standardised(double[] row, double[] mean, double[] scale)
    {
        var result = new double[row.Length + 1];
        result[0] = 1;
        for (var i = 0; i < row.Length; i++)
        {
            result[i + 1] = (row[i] - mean[i]) / scale[i];
        }

        return result;
    }

    private static (double[] Gradient, double[][] Curvature) Derivatives(double[][] rows, IReadOnlyList<bool> outcomes, double[] weights, double ridge)
    {
        var width = weights.Length;
        var gradient = new double[width];
        var curvature = Enumerable.Range(0, width).Select(_ => new double[width]).ToArray();
        for (var r = 0; r < rows.Length; r++)
        {
            var row = rows[r];
            var logOdds = 0.0;
            for (var i = 0; i < width; i++)
            {
                logOdds += weights[i] * row[i];
            }

            var probability = Probability(logOdds);
            var error = (outcomes[r] ? 1 : 0) - probability;
            var weight = Math.Max(1e-9, probability * (1 - probability));
            for (var i = 0; i < width; i++)
            {
                gradient[i] += error * row[i];
                var scaled = weight * row[i];
                for (var j = 0; j <= i; j++)
                {
                    curvature[i][j] += scaled * row[j];
                }
            }
        }

        for (var i = 0; i < width; i++)
        {
            // the intercept is not drawn towards nought; the tiny term keeps the matrix positive
            var penalty = i == 0 ? 0 : ridge;
            gradient[i] -= penalty * weights[i];
            curvature[i][i] += penalty + 1e-9;
        }

        return (gradient, curvature);
    }

    /// <summary>Solves a symmetric positive system by Cholesky's method; only the lower triangle is read.</summary>
    private static double[] SolveInPlace(double[][] matrix, double[] right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i][k] * matrix[j][k];
                }

                matrix[i][j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j][j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                right[i] -= matrix[i][k] * right[k];
            }

            right[i] /= matrix[i][i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                right[i] -= matrix[k][i] * right[k];
            }

            right[i] /= matrix[i][i];
        }

        return right;
    }
}
