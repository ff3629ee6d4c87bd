using Akka.Actor;
using ClusterSim.Cluster.Wire.Messages;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>Makes a process a member: asks at the gates of the seeds whether its version fits, then joins.</summary>
internal sealed class Joining(ActorSystem system, IReadOnlyList<HostPort> seeds, string version)
{
    private readonly HostPort self = ClusterSystem.AddressOf(system);

    /// <summary>The version of the seed that refused this process, and its address; known after <see cref="JoinOutcome.OtherVersion"/>.</summary>
    public (HostPort Seed, string Version)? Refusal { get; private set; }

    public async Task<JoinOutcome> RunAsync(TimeSpan bound, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(bound);
        try
        {
            return await AskGatesAsync(limit.Token) ? await JoinAsync(limit.Token) : JoinOutcome.OtherVersion;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return JoinOutcome.TimedOut;
        }
    }

    // Returns whether nobody refuses. The first of the seeds goes on without an answer: somebody has to be first.
    private async Task<bool> AskGatesAsync(CancellationToken cancellation)
    {
        var others = seeds.Where(seed => seed != self).ToList();
        if (others.Count == 0)
        {
            return true;
        }

        while (true)
        {
            var answer = await FirstAnswerAsync(others, cancellation);
            if (answer is not null || seeds[0] == self)
            {
                return answer?.IsWelcome ?? true;
            }
        }
    }

    private async Task<HelloAnswer?> FirstAnswerAsync(IReadOnlyList<HostPort> gates, CancellationToken cancellation)
    {
        var asked = gates.ToDictionary(gate => Gates.AskAsync(system, gate, version, cancellation));
        await foreach (var answered in Task.WhenEach(asked.Keys).WithCancellation(cancellation))
        {
            if (await answered is { } answer)
            {
                Refusal = answer.IsWelcome ? null : (asked[answered], answer.Version);
                return answer;
            }
        }

        return null;
    }

    private async Task<JoinOutcome> JoinAsync(CancellationToken cancellation)
    {
        var cluster = AkkaCluster.Get(system);
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.RegisterOnMemberUp(() => up.TrySetResult());
        cluster.JoinSeedNodes(seeds.Count == 0 ? [cluster.SelfAddress] : seeds.Select(seed => ClusterSystem.ToAkka(system, seed)));
        var first = await Task.WhenAny(up.Task, system.WhenTerminated).WaitAsync(cancellation);
        return first == up.Task ? JoinOutcome.Up : JoinOutcome.Removed;
    }
}
