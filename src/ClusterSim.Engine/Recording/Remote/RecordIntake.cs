using System.Threading.Channels;
using Akka.Actor;
using ClusterSim.Core;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Recording.Remote.Wire;

namespace ClusterSim.Engine.Recording.Remote;

/// <summary>
/// Takes in what the hosts of a simulation record on other nodes, and hands it to the sink as if their partitions were here. It
/// acknowledges frames after the sink has taken them, which may have to wait; so what lies here is bounded by what hosts may have
/// on its way.
/// </summary>
internal sealed class RecordIntake
{
    // An acknowledgement costs as much as a frame.
    private const int FramesAnAcknowledgement = RecordUplink.MostUnderWay / 8;

    private readonly Channel<RecordFrame> arrived = Channel.CreateUnbounded<RecordFrame>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IRecordSink sink;
    private readonly IReadOnlyList<HostShare> shares;
    private readonly RecordInbox[] inboxes;
    private readonly IActorRef?[] hosts;
    private readonly long[] taken;
    private Task working = Task.CompletedTask;
    private volatile bool isDropped;
    private int round;

    /// <param name="sink">Takes what was recorded.</param>
    /// <param name="shares">Which partitions each host has.</param>
    /// <param name="actorCount">The actors of the simulation, for checks.</param>
    public RecordIntake(IRecordSink sink, IReadOnlyList<HostShare> shares, int actorCount)
    {
        this.sink = sink;
        this.shares = shares;
        inboxes = [.. Enumerable.Range(0, shares.Sum(share => share.Count)).Select(_ => new RecordInbox(sink, actorCount))];
        hosts = new IActorRef?[shares.Count];
        taken = new long[shares.Count];
        sink.Begin(inboxes.Length);
    }

    /// <summary>Begins to take in.</summary>
    /// <param name="failed">Called when something comes that cannot be taken in; nothing is any more.</param>
    public void Start(Action<Exception> failed) => working = Task.Run(async () =>
    {
        try
        {
            await TakeAllAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            isDropped = true;
            failed(error);
        }
    });

    /// <summary>A host is ready: it is to hear what was taken in.</summary>
    public void Join(int host, IActorRef actor) => hosts[host] = actor;

    /// <summary>A frame has come.</summary>
    public void Take(RecordFrame frame) => arrived.Writer.TryWrite(frame);

    /// <summary>Waits for the end of the run, and then until the sink has taken what came.</summary>
    /// <param name="running">The run.</param>
    /// <exception cref="SimulationFailedException">It failed, or not all that was recorded has come.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled: what has come is dropped.</exception>
    public async Task<T> FollowAsync<T>(Task<T> running)
    {
        try
        {
            var result = await running.ConfigureAwait(false);
            await DrainAsync().ConfigureAwait(false);
            return IsComplete
                ? result
                : throw new SimulationFailedException("Not all that the nodes recorded has come: the connection lost a message. Run it again.");
        }
        catch (SimulationFailedException)
        {
            await DrainAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            isDropped = true;
            arrived.Writer.TryComplete();
        }
    }

    private bool IsComplete => Array.TrueForAll(inboxes, inbox => inbox.IsComplete);

    private Task DrainAsync()
    {
        arrived.Writer.TryComplete();
        return working;
    }

    private async Task TakeAllAsync()
    {
        await foreach (var frame in arrived.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (!isDropped)
            {
                TakeIn(frame);
            }
        }
    }

    private void TakeIn(RecordFrame frame)
    {
        if (frame.Partition < 0 || frame.Partition >= inboxes.Length)
        {
            throw new InvalidDataException($"Partition {frame.Partition} recorded something, and there are {inboxes.Length}.");
        }

        var batch = inboxes[frame.Partition].Take(frame);
        if (batch is not null)
        {
            sink.Take(frame.Partition, batch);
        }

        var host = HostOf(frame.Partition);
        taken[host]++;
        if (frame.Round > round)
        {
            round = frame.Round;
            AcknowledgeAll();
        }
        else if (batch is not null || taken[host] % FramesAnAcknowledgement == 0)
        {
            Acknowledge(host);
        }
    }

    private int HostOf(int partition)
    {
        var host = 0;
        while (partition >= shares[host].First + shares[host].Count)
        {
            host++;
        }

        return host;
    }

    // The partitions of the others are to hand over soon, too.
    private void AcknowledgeAll()
    {
        for (var host = 0; host < hosts.Length; host++)
        {
            Acknowledge(host);
        }
    }

    private void Acknowledge(int host) => hosts[host]?.Tell(new RecordsTaken(taken[host], round), ActorRefs.NoSender);
}
