using System.Globalization;
using ClusterSim.Core.Input;

namespace ClusterSim.Workload.Graph;

/// <summary>
/// The mistakes of one trace. Only the first ones are listed: a file that is wrong in one way is mostly wrong so a
/// million times.
/// </summary>
internal sealed class TraceProblems
{
    private const int Listed = 20;

    private readonly string source;
    private readonly List<Problem> problems = [];
    private long count;

    /// <param name="source">The trace in messages: its file.</param>
    public TraceProblems(string source)
    {
        this.source = Printable.Of(source);
    }

    public bool IsEmpty => count == 0;

    /// <summary>Whether further mistakes are only counted.</summary>
    public bool IsFull => problems.Count == Listed;

    /// <summary>What was found, and how much more than that.</summary>
    public IReadOnlyList<Problem> Problems
    {
        get
        {
            var more = count - problems.Count;
            return more == 0
                ? problems
                : [.. problems, new Problem(source, string.Create(CultureInfo.InvariantCulture, $"{more:N0} more mistakes."))];
        }
    }

    /// <summary>A node in messages: <c>7 (conv1_fwd)</c>.</summary>
    public static string Describe(ulong id, string name)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        return name.Length == 0 ? number : $"{number} ({Printable.Name(name)})";
    }

    /// <summary>Adds a mistake of the trace as a whole.</summary>
    public void Add(string what, string? remedy = null) => Add(new Problem(source, what, remedy));

    /// <summary>Adds a mistake in one node.</summary>
    public void Add(ulong nodeId, string nodeName, string what, string? remedy = null)
    {
        // The text is only made for mistakes that are listed: there may be millions.
        if (!IsFull)
        {
            Add(new Problem($"{source} node {Describe(nodeId, nodeName)}", what, remedy));
        }
        else
        {
            count++;
        }
    }

    /// <summary>Adds a mistake that already says where it is.</summary>
    public void Add(Problem problem)
    {
        count++;
        if (!IsFull)
        {
            problems.Add(problem);
        }
    }

    public void AddRange(IEnumerable<Problem> others)
    {
        foreach (var problem in others)
        {
            Add(problem);
        }
    }

    /// <exception cref="InvalidInputException">Something was found wrong.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new InvalidInputException(Problems);
        }
    }
}
