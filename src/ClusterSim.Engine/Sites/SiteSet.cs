using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Sites;

/// <summary>The sites of one partition: takes them through windows, and hands them what comes from elsewhere.</summary>
internal sealed class SiteSet
{
    // How many sites ahead memory is fetched, in three steps.
    private const int SitesAhead = 4;
    private const int PartsAhead = 3;
    private const int DeeperAhead = 2;

    // The same for sites that messages come to.
    private const int HomesAhead = 8;
    private const int EndsAhead = 4;
    private const int LinesOfSite = 2;

    // So many messages a site are a burst.
    private const int MessagesOfBurst = 16;

    // The sites of a partition with fewer fit into the processor's second cache, and fetching costs more than it gains.
    private const int SitesOfLarge = 2048;

    private readonly PartitionSetup setup;
    private readonly SimActor?[] actors;
    private readonly Site?[] homes;
    private readonly Site[] sites;
    private readonly Site replicas;
    private readonly SiteSchedule schedule;
    private readonly SiteHost host;
    private readonly bool isLarge;

    // The sites that have something to do in the current window, and which of them were taken to be run next.
    private readonly DueSites due;
    private bool isOpen;
    private int next;
    private int end;

    public SiteSet(PartitionSetup setup, Border border, FirstFailure failure, PartitionProgress progress)
    {
        this.setup = setup;
        actors = new SimActor?[setup.Plan.Actors.Count];
        homes = new Site?[actors.Length];
        isLarge = setup.Map.SiteCountOf(setup.Index) >= SitesOfLarge;
        host = new SiteHost(setup, this, border, failure, progress);
        sites = new Site[setup.Map.SiteCountOf(setup.Index)];
        for (var index = 0; index < sites.Length; index++)
        {
            sites[index] = new Site(index, setup, host, actors, homes);
        }

        replicas = new Site(Site.OfReplicas, setup, host, actors, homes);
        schedule = new SiteSchedule(sites.Length);
        due = new DueSites(sites.Length);
        foreach (var actor in setup.Map.ActorsOf(setup.Index))
        {
            homes[actor] = setup.Map.IsReplicated(actor) ? replicas : sites[setup.Map.SiteInPartition(actor)];
        }
    }

    /// <summary>The earliest time at which a site has something to do; <see cref="long.MaxValue"/> if none has.</summary>
    public long NextTime => schedule.Earliest;

    /// <summary>An actor of the partition.</summary>
    public SimActor this[int index] => actors[index]!;

    /// <summary>Takes in an actor that Akka has just made.</summary>
    public void Register(ActorId id, SimActor actor)
    {
        actor.Bind(id, homes[id.Index]!, id.Index < setup.Plan.NpuCount);
        actors[id.Index] = actor;
        homes[id.Index]!.Add(actor);
    }

    /// <summary>Gives every NPU of this partition the message that starts it.</summary>
    public void PostStart()
    {
        for (var npu = 0; npu < setup.Plan.NpuCount; npu++)
        {
            if (homes[npu] is { } home)
            {
                actors[npu]!.Send(ActorId.OfNpu(npu), SimDuration.Zero, new Message { Kind = MessageKind.Start });
                schedule.Add(home.Index, home.NextTime);
            }
        }
    }

    /// <summary>Handles messages before a time limit, or until so many were handled.</summary>
    /// <returns>How many were handled; fewer than the budget: all of them.</returns>
    public long Run(long limit, long budget)
    {
        if (!isOpen)
        {
            due.Open(schedule.TakeBefore(limit, due.Room));
            isOpen = true;
        }

        var handled = 0L;
        while (handled < budget && (next < end || due.TryTake(out next, out end)))
        {
            if (isLarge)
            {
                PrefetchBehind(next);
            }

            var site = sites[due[next]];
            var ofSite = site.Run(limit, budget - handled);
            handled += ofSite;
            host.Progress.Events += ofSite;
            host.Pool.Settle();

            // A site that the budget did not suffice for goes on with the next one.
            if (site.NextTime >= limit)
            {
                schedule.Add(site.Index, site.NextTime);
                next++;
            }
        }

        return handled;
    }

    /// <summary>Runs sites of a peer that it has not come to. On this partition's thread, while the peer runs others.</summary>
    public void Help(SiteSet peer, long limit)
    {
        while (peer.due.TryBorrow(out var first, out var beyond))
        {
            for (var place = first; place < beyond; place++)
            {
                var site = peer.sites[peer.due[place]];
                host.Progress.Events += site.RunAtPeer(limit, host);
                host.Pool.Settle();
                peer.due.Note(place, site.NextTime);
            }

            peer.due.Return(beyond - first);
        }
    }

    /// <summary>Ends the window, when peers have run what they took of it. A simulation that is to end does not even begin it.</summary>
    public void CloseWindow()
    {
        if (!isOpen)
        {
            return;
        }

        for (var place = due.AwaitReturn(); place < due.Count; place++)
        {
            schedule.Add(due[place], due.NextTimeOf(place));
        }

        isOpen = false;
    }

    /// <summary>Takes in messages for sites of this partition.</summary>
    public void Accept(MessageList batch)
    {
        if (batch.Count > MessagesOfBurst * sites.Length)
        {
            AcceptBurst(in batch);
            return;
        }

        for (var block = batch.Blocks; block is not null; block = block.Next)
        {
            AcceptAll(block.Messages);
        }
    }

    /// <summary>Takes in a message for a site of this partition.</summary>
    public void Accept(in ScheduledMessage message)
    {
        var home = homes[message.Target]!;
        home.Accept(in message);
        schedule.Add(home.Index, message.Time);
    }

    /// <summary>Takes in messages of a window to replicated actors, from this or another partition.</summary>
    public void AcceptRequests(MessageList requests)
    {
        for (var block = requests.Blocks; block is not null; block = block.Next)
        {
            foreach (ref readonly var request in block.Messages)
            {
                replicas.Accept(in request);
            }
        }
    }

    /// <summary>Lets the replicas handle the requests before a time limit, which have come from all partitions by now.</summary>
    /// <returns>How many were handled.</returns>
    public long RunReplicas(long limit) => replicas.Run(limit, long.MaxValue);

    /// <summary>What is in use of the actors' parts at a time. Reads only, and may be called by another thread while the actors work.</summary>
    public PartUse CountUse(SimTime time) => setup.Map.ActorsOf(setup.Index).Aggregate(
        default(PartUse), (sum, index) => sum + (actors[index]?.UseAt(time) ?? default));

    /// <summary>Puts a message that came through Akka where it is handled.</summary>
    public void Place(in ScheduledMessage scheduled) => host.Place(in scheduled);

    // Queues that grow side by side would hold twice the storage that they need, so a burst is counted first.
    private void AcceptBurst(in MessageList burst)
    {
        var counts = new int[sites.Length];
        for (var block = burst.Blocks; block is not null; block = block.Next)
        {
            foreach (ref readonly var message in block.Messages)
            {
                counts[homes[message.Target]!.Index]++;
            }
        }

        for (var index = 0; index < sites.Length; index++)
        {
            sites[index].BeginBurst(counts[index]);
        }

        for (var block = burst.Blocks; block is not null; block = block.Next)
        {
            foreach (ref readonly var message in block.Messages)
            {
                homes[message.Target]!.AcceptOfBurst(in message);
            }
        }

        foreach (var site in sites)
        {
            site.EndBurst();
            schedule.Add(site.Index, site.NextTime);
        }
    }

    private void AcceptAll(ReadOnlySpan<ScheduledMessage> messages)
    {
        for (var place = 0; place < messages.Length; place++)
        {
            if (isLarge && place + HomesAhead < messages.Length)
            {
                Prefetch.Lines(homes[messages[place + HomesAhead].Target], LinesOfSite);
                homes[messages[place + EndsAhead].Target]!.PrefetchEnd();
            }

            Accept(in messages[place]);
        }
    }

    // In three steps, because what is fetched must be there before it tells what else is needed.
    private void PrefetchBehind(int place)
    {
        if (place + SitesAhead < due.Count)
        {
            sites[due[place + SitesAhead]].PrefetchHead();
            sites[due[place + PartsAhead]].PrefetchParts();
            sites[due[place + DeeperAhead]].PrefetchDeeper();
        }
    }
}
