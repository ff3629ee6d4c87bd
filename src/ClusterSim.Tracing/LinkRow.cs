namespace ClusterSim.Tracing;

/// <summary>What one link did in a run.</summary>
/// <param name="Name">Its name: <c>link/3->4</c>.</param>
/// <param name="Chunks">Chunks that crossed it.</param>
/// <param name="Bytes">Data that crossed it.</param>
/// <param name="BusyNs">Time in which it was sending.</param>
/// <param name="WaitingNs">Time that chunks waited for it, together.</param>
/// <param name="PeakQueue">Most chunks that waited for it at once.</param>
public sealed record LinkRow(string Name, long Chunks, long Bytes, long BusyNs, long WaitingNs, int PeakQueue);
