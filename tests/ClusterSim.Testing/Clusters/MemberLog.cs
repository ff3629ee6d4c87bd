using ClusterSim.Cluster.Membership;

namespace ClusterSim.Testing.Clusters;

/// <summary>What a submitting process was told of members, to wait for.</summary>
public sealed class MemberLog
{
    private readonly Lock gate = new();
    private readonly List<string> changes = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>To be told of changes.</summary>
    public void Add(MemberChange change)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            changes.Add($"{change.Event} {change.Member.Address}");
            signal = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }

    /// <summary>Waits for a change, be it there already or not.</summary>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task WaitForAsync(NodeEvent what, string member, int count = 1)
    {
        var wanted = $"{what} {member}";
        using var bound = new CancellationTokenSource(TestNode.Bound);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (changes.Count(change => change == wanted) >= count)
                {
                    return;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(bound.Token);
            }
            catch (OperationCanceledException expired)
            {
                throw new TimeoutException($"Waited {TestNode.Bound.TotalSeconds:0} s for: {wanted} (number {count}). There was: {string.Join(", ", changes)}", expired);
            }
        }
    }
}
