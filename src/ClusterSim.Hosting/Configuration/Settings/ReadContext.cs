using ClusterSim.Collectives.Algorithms;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Building;

namespace ClusterSim.Hosting.Configuration.Settings;

/// <summary>Where reading tells what it finds.</summary>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class ReadContext(ProblemList problems)
{
    /// <summary>What is wrong.</summary>
    public ProblemList Problems => problems;

    /// <summary>What is right but should be known, such as keys without effect.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Keeps traces for documents that name the same; null: they are read anew.</summary>
    public TraceCache? Traces { get; init; }

    /// <summary>The collective algorithms that a system may name: those of its plug-ins are added before its other keys are read.</summary>
    public CollectiveCatalog Algorithms { get; set; } = CollectiveCatalog.BuiltIn;

    /// <summary>How many mistakes were found here. Repeats count, which <see cref="Problems"/> leaves out: both values are wrong.</summary>
    public int Mistakes { get; private set; }

    public void Refuse(string where, string what, string? remedy = null)
    {
        problems.Add(where, what, remedy);
        Mistakes++;
    }

    public void RefuseAll(IEnumerable<Problem> others)
    {
        foreach (var problem in others)
        {
            Refuse(problem.Where, problem.What, problem.Remedy);
        }
    }
}
