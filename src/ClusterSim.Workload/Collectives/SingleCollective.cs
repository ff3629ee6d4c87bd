using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Collectives;

/// <summary>One collective over all NPUs, again and again, each time after the time before: what benchmarks measure.</summary>
/// <param name="Kind">A kind that can be simulated.</param>
/// <param name="Size">The bytes of each NPU; of a scatter, those of the root.</param>
/// <param name="Repeat">How many times; at least 1.</param>
public sealed record SingleCollective(CollectiveKind Kind, ByteSize Size, int Repeat = 1)
{
    /// <summary>The most repetitions: some GiB of memory.</summary>
    public const int MostRepetitions = 20_000_000;

    /// <summary>What the workload is called: <c>all-reduce of 1,024 B</c>.</summary>
    public string Name => $"{CollectiveNames.InFiles(Kind)} of {Size}" + (Repeat == 1 ? "" : $", {Repeat} times");

    /// <summary>What an NPU executes.</summary>
    /// <exception cref="InvalidInputException">Kind, size or repetitions are out of range.</exception>
    public ExecutionGraph ToGraph()
    {
        Check();
        var builder = new GraphBuilder(Name);
        var name = CollectiveNames.InTraces(Kind).ToLowerInvariant();
        for (var id = 0UL; id < (ulong)Repeat; id++)
        {
            ulong[] after = id == 0 ? [] : [id - 1];
            builder.Add(new TraceNode { Id = id, Kind = NodeKind.Collective, Collective = Kind, Size = Size }, after, name);
        }

        return builder.Build();
    }

    private void Check()
    {
        var problems = new ProblemList();
        if (!CollectiveNames.Simulated.Contains(Kind))
        {
            var allowed = CollectiveNames.Simulated.Select(CollectiveNames.InFiles);
            problems.Add("collective", $"{CollectiveNames.InFiles(Kind)} cannot be simulated; allowed: {string.Join(", ", allowed)}.");
        }

        if (Size < ByteSize.Zero)
        {
            problems.Add("size", $"It is {Size}; allowed: 0 B and more.");
        }

        if (Repeat is < 1 or > MostRepetitions)
        {
            problems.Add("repeat", $"It is {Repeat}; allowed: 1 to {MostRepetitions}.");
        }

        problems.ThrowIfAny();
    }
}
