using ClusterSim.Workload.Graph;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Workload.Graph;

public sealed class CycleSearchTests
{
    [Fact]
    public void Find_RandomEdges_FindsRealCirclesExactlyIfThereAreAny()
    {
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 20].Sample(edges =>
        {
            var distinct = edges.Distinct().OrderBy(edge => edge).ToArray();

            var circles = Find(distinct);

            Assert.Equal(Enumerable.Range(0, 10).Any(node => Reaches(distinct, node, node)), circles.Count > 0);
            Assert.All(circles, circle => Assert.All(
                circle.Zip([.. circle.Skip(1), circle[0]]),
                pair => Assert.Contains((pair.Second, pair.First), distinct)));
        });
    }

    // Edges lead from a node to one that waits for it.
    private static IReadOnlyList<IReadOnlyList<int>> Find((int From, int To)[] edges)
    {
        var nodes = Enumerable.Range(0, 10).ToArray();
        int[] counts = [.. nodes.Select(node => edges.Count(edge => edge.To == node))];
        int[] first = [.. Enumerable.Range(0, 11).Select(node => edges.Count(edge => edge.From < node))];
        return CycleSearch.Find(counts, first, [.. edges.Select(edge => edge.To)]);
    }

    private static bool Reaches((int From, int To)[] edges, int from, int to)
    {
        var reached = new HashSet<int>();
        var open = new Queue<int>([from]);
        while (open.TryDequeue(out var node))
        {
            foreach (var next in edges.Where(edge => edge.From == node).Select(edge => edge.To).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached.Contains(to);
    }
}
