namespace ClusterSim.Core.Input;

/// <summary>Collects the mistakes of an input, so that a user sees all of them at once.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<Problem> known = [];

    /// <summary>Whether nothing was found wrong so far.</summary>
    public bool IsEmpty => problems.Count == 0;

    /// <summary>What was found so far, in the order in which it was found, without repeats.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    public void Add(string where, string what, string? remedy = null)
    {
        var problem = new Problem(where, what, remedy);
        if (known.Add(problem))
        {
            problems.Add(problem);
        }
    }

    public void AddRange(IEnumerable<Problem> others)
    {
        foreach (var problem in others)
        {
            Add(problem.Where, problem.What, problem.Remedy);
        }
    }

    /// <exception cref="InvalidInputException">Something was found wrong.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new InvalidInputException(problems);
        }
    }
}
