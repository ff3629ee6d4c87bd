namespace ClusterSim.Core.Input;

/// <summary>The input is wrong; nothing was simulated. Carries every mistake that was found.</summary>
public sealed class InvalidInputException : Exception
{
    public InvalidInputException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    public InvalidInputException(string where, string what, string? remedy = null)
        : this([new Problem(where, what, remedy)])
    {
    }

    /// <summary>Every mistake, in the order of the input; at least one.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
