using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Collectives.Messaging;

public sealed class MatchTableTests
{
    private static readonly Gen<TransferKey> Key = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Long[0, 3], Gen.Long[0, 2])
        .Select((messageClass, peer, tag, size) => new TransferKey((MessageClass)messageClass, peer, tag, new ByteSize(size)));

    private static readonly Gen<(bool IsPost, TransferKey Key)[]> Steps = Gen.Select(Gen.Bool, Key).Array[0, 400];

    [Fact]
    public void PostAndArrive_AnySteps_MatchEqualKeysFirstComeFirstServed()
    {
        Steps.Sample(steps =>
        {
            var table = new MatchTable();
            var model = new Dictionary<TransferKey, (int Arrived, Queue<int> Waiting)>();
            for (var step = 0; step < steps.Length; step++)
            {
                var (isPost, key) = steps[step];
                var state = model.TryGetValue(key, out var known) ? known : (Arrived: 0, Waiting: new Queue<int>());
                if (isPost)
                {
                    Assert.Equal(state.Arrived > 0, table.Post(in key, Continuation.NodeEnds(step)));
                    model[key] = state.Arrived > 0 ? (state.Arrived - 1, state.Waiting) : (0, Enqueue(state.Waiting, step));
                }
                else
                {
                    Assert.Equal(state.Waiting.Count > 0, table.Arrive(in key, out var next));
                    model[key] = state.Waiting.Count > 0 ? Matched(state.Waiting, next.Label) : (state.Arrived + 1, state.Waiting);
                }
            }

            Assert.Equal(
                model.Sum(pair => pair.Value.Arrived),
                table.Unreceived().Count());
            Assert.Equal(
                model.SelectMany(pair => pair.Value.Waiting.Select(step => (pair.Key, step))).OrderBy(waiting => waiting.step),
                table.Unmatched().Select(waiting => (waiting.Key, waiting.Next.Label)).OrderBy(waiting => waiting.Label));
        });
    }

    private static Queue<int> Enqueue(Queue<int> waiting, int step)
    {
        waiting.Enqueue(step);
        return waiting;
    }

    private static (int, Queue<int>) Matched(Queue<int> waiting, int label)
    {
        Assert.Equal(waiting.Dequeue(), label);
        return (0, waiting);
    }
}
