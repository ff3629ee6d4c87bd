namespace ClusterSim.Engine.Events;

/// <summary>A simulated message on its way through Akka's <c>Tell</c>.</summary>
internal sealed class StrictMessage(in ScheduledMessage scheduled)
{
    public readonly ScheduledMessage Scheduled = scheduled;
}
