using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Layers;

/// <summary>A model as a table of layers, and the training steps that follow from it: the same on every NPU.</summary>
/// <param name="Name">What the workload is called.</param>
/// <param name="Layers">The layers in the order of the forward pass; at least one.</param>
public sealed record LayerTable(string Name, IReadOnlyList<Layer> Layers)
{
    /// <summary>The most nodes that a table may lead to: some GiB of memory.</summary>
    public const int MostNodes = 20_000_000;

    private const int MostNodesOfLayer = 4;

    /// <summary>What an NPU executes.</summary>
    /// <param name="schedule">What waits for what.</param>
    /// <param name="iterations">
    /// How many training steps follow each other; at least 1. The first forward pass of each waits for all of the one before.
    /// </param>
    /// <exception cref="InvalidInputException">
    /// The table has no layers, a negative number, or more nodes than <see cref="MostNodes"/>; or there are no iterations.
    /// </exception>
    public ExecutionGraph ToGraph(LayerSchedule schedule, int iterations = 1)
    {
        Check(iterations);
        var builder = new GraphBuilder(Name);
        var ends = new List<ulong>();
        for (var i = 0; i < iterations; i++)
        {
            ends = AddIteration(builder, schedule, ends);
        }

        return builder.Build();
    }

    // Adds one training step; returns what the next one must wait for.
    private List<ulong> AddIteration(GraphBuilder builder, LayerSchedule schedule, List<ulong> startsAfter)
    {
        var last = startsAfter;
        foreach (var layer in Layers)
        {
            last = [AddCompute(builder, layer.Name + "_fwd", layer.Forward, last)];
        }

        var ends = new List<ulong>();
        foreach (var layer in Layers.Reverse())
        {
            last = [AddCompute(builder, layer.Name + "_bwd_inp", layer.InputGradient, last)];
            last = [AddCompute(builder, layer.Name + "_bwd_wt", layer.WeightGradient, last)];
            if (layer.AllReduce > ByteSize.Zero)
            {
                var allReduce = AddAllReduce(builder, layer, last);
                if (schedule == LayerSchedule.Serial)
                {
                    last = [allReduce];
                }
                else
                {
                    ends.Add(allReduce);
                }
            }
        }

        ends.AddRange(last);
        return ends;
    }

    private static ulong AddCompute(GraphBuilder builder, string name, SimDuration duration, List<ulong> after) =>
        Add(builder, name, after, new TraceNode { Id = (ulong)builder.Count, Kind = NodeKind.Compute, Duration = duration });

    private static ulong AddAllReduce(GraphBuilder builder, Layer layer, List<ulong> after) =>
        Add(builder, layer.Name + "_allreduce", after, new TraceNode
        {
            Id = (ulong)builder.Count,
            Kind = NodeKind.Collective,
            Collective = CollectiveKind.AllReduce,
            Size = layer.AllReduce,
        });

    private static ulong Add(GraphBuilder builder, string name, List<ulong> after, in TraceNode node)
    {
        builder.Add(node, [.. after], name);
        return node.Id;
    }

    private void Check(int iterations)
    {
        var problems = new ProblemList();
        if (Layers.Count == 0)
        {
            problems.Add(Printable.Of(Name), "The table has no layers.", "Give at least one.");
        }

        if (iterations < 1)
        {
            problems.Add(Printable.Of(Name), $"iterations is {iterations}; allowed: 1 and more.");
        }

        if ((long)iterations * Layers.Count * MostNodesOfLayer > MostNodes)
        {
            problems.Add(
                Printable.Of(Name),
                $"{iterations} iterations of {Layers.Count} layers are more than {MostNodes / MostNodesOfLayer} layers in all.",
                "Simulate fewer iterations: they are all alike.");
        }

        foreach (var layer in Layers)
        {
            Check(layer, "forward", layer.Forward.Ns, problems);
            Check(layer, "input gradient", layer.InputGradient.Ns, problems);
            Check(layer, "weight gradient", layer.WeightGradient.Ns, problems);
            Check(layer, "all-reduce", layer.AllReduce.Bytes, problems);
        }

        problems.ThrowIfAny();
    }

    private void Check(Layer layer, string what, long value, ProblemList problems)
    {
        if (value < 0)
        {
            problems.Add($"{Printable.Of(Name)} layer {Printable.Name(layer.Name)}", $"Its {what} is {value}; allowed: 0 and more.");
        }
    }
}
