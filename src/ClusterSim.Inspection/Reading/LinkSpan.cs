namespace ClusterSim.Inspection.Reading;

/// <summary>A row of <c>links.parquet</c>: what a link did.</summary>
/// <param name="Name">Such as <c>link/3->4</c>.</param>
/// <param name="Chunks">Chunks that crossed it.</param>
/// <param name="Bytes">Their sizes.</param>
/// <param name="BusyNs">It was sending.</param>
/// <param name="WaitingNs">Chunks waited for it, added up.</param>
/// <param name="PeakQueue">Most chunks that waited at once; null: not recorded.</param>
public sealed record LinkSpan(string Name, long Chunks, long Bytes, long BusyNs, long WaitingNs, long? PeakQueue);
