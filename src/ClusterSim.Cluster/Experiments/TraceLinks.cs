using Akka.Actor;
using ClusterSim.Cluster.Experiments.Messages;
using ClusterSim.Cluster.Inputs;

namespace ClusterSim.Cluster.Experiments;

/// <summary>
/// Which trace sets of an experiment are on this node. Those used last stay, since the next points of a sweep mostly use them again.
/// Safe to use from several threads.
/// </summary>
internal sealed class TraceLinks : IDisposable
{
    private const int MostKept = 2;

    private readonly Lock gate = new();
    private readonly List<LinkedTraces> held = [];
    private readonly InputStore inputs;
    private readonly Address owner;
    private readonly CancellationTokenSource ending = new();

    // Outlives its source, which is disposed of while somebody may still ask.
    private readonly CancellationToken end;
    private int kept = MostKept;

    /// <param name="inputs">The inputs of this node.</param>
    /// <param name="owner">Who offers the traces.</param>
    public TraceLinks(InputStore inputs, Address owner)
    {
        this.inputs = inputs;
        this.owner = owner;
        end = ending.Token;
    }

    /// <summary>Brings a set here, where it stays at least until what is returned is disposed of.</summary>
    /// <exception cref="InputUnavailableException">It cannot be had.</exception>
    public async Task<TraceUse> UseAsync(TraceSet set, CancellationToken cancellation)
    {
        var traces = Enter(set);
        var use = new TraceUse(() => Leave(traces));
        try
        {
            use.Prefix = await traces.Arrival.WaitAsync(cancellation);
            return use;
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ending.Cancel();
        lock (gate)
        {
            kept = 0;
            Release();
        }

        ending.Dispose();
    }

    private LinkedTraces Enter(TraceSet set)
    {
        lock (gate)
        {
            var traces = held.Find(other => other.Prefix == set.Prefix) ?? LinkedTraces.Bring(set, inputs, owner, end);
            held.Remove(traces);
            held.Insert(0, traces);
            traces.Users++;
            Release();
            return traces;
        }
    }

    private void Leave(LinkedTraces traces)
    {
        lock (gate)
        {
            traces.Users--;
            Release();
        }
    }

    // What did not arrive is not kept, so that whoever asks next tries again.
    private void Release()
    {
        foreach (var traces in held.Where((one, place) => one.Users == 0 && (place >= kept || one.Arrival.IsFaulted)).ToList())
        {
            held.Remove(traces);
            traces.Release();
        }
    }
}
