using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Hosting.Diagnosis;

/// <summary>What is told of a run in which an actor threw an exception.</summary>
public sealed class FailedActorTests
{
    private static readonly GoldenFile Golden = new("tests", "ClusterSim.Tests", "Hosting", "Diagnosis", "Golden");

    [Fact]
    public async Task RunAsync_APlugThatThrows_TellsWhatLedToIt()
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, bytes: 4000);
        var experiment = TestExperiment.On("Ring", 4)
            .With(system => system with
            {
                Implementations = new Dictionary<CollectiveKind, CollectiveImplementation>
                {
                    [CollectiveKind.AllReduce] = new([new FailingAlgorithm(CollectiveCatalog.BuiltIn.Find("ring")!)]),
                },
            })
            .Executing(graph.Build());

        var diagnosis = await Diagnosed.OnAllAsync(experiment);

        Assert.Equal(FailureKind.ActorFailed, diagnosis.Kind);
        Golden.Check("plug.txt", $"{diagnosis.Text}\n{diagnosis.MessagesText}\n");
        Golden.Check("plug.json", Diagnosed.JsonOf(diagnosis) + "\n");
    }

    [Fact]
    public async Task RunAsync_ATimeThatOverflows_TellsWhatLedToIt()
    {
        var graph = new TestGraph();
        graph.Send(to: 1, bytes: 1L << 50);
        graph.Receive(from: 3, bytes: 1L << 50);
        var experiment = TestExperiment.On("Ring", 4).WithLinks(1e-6, latencyNs: 500).Executing(graph.Build());

        var diagnosis = await Diagnosed.OnAllAsync(experiment);

        Golden.Check("overflow.txt", $"{diagnosis.Text}\n{diagnosis.MessagesText}\n");
    }

    /// <summary>A ring whose third rank fails when it has received for the second time.</summary>
    private sealed class FailingAlgorithm(ICollectiveAlgorithm inner) : ICollectiveAlgorithm
    {
        public string Name => "failing";

        public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => null;

        public long MessagesPerRank(CollectiveKind kind, int rankCount) => inner.MessagesPerRank(kind, rankCount);

        public ICollectivePhase CreatePhase(in PhaseContext context) => new FailingPhase(inner.CreatePhase(in context), context.Rank == 2);
    }

    private sealed class FailingPhase(ICollectivePhase inner, bool fails) : ICollectivePhase
    {
        private int received;

        public void Start(IPhaseActions actions) => inner.Start(actions);

        public void OnProcessed(IPhaseActions actions, int label) => inner.OnProcessed(actions, label);

        public void OnDelivered(IPhaseActions actions, int label) => inner.OnDelivered(actions, label);

        public void OnReceived(IPhaseActions actions, int label)
        {
            if (fails && ++received == 2)
            {
                throw new InvalidOperationException("the plug has had enough");
            }

            inner.OnReceived(actions, label);
        }
    }
}
