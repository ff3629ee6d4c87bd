using ClusterSim.Inspection.Reading;

namespace ClusterSim.Inspection.Paths;

/// <summary>A message on a critical path, and what the time until it was handled was spent on.</summary>
/// <param name="Message">The message. The one before it was delivered when this one was sent.</param>
/// <param name="Parts">Its time, by kind; together its duration. Empty: it took none.</param>
public sealed record PathStep(MessageRow Message, IReadOnlyList<(PathKind Kind, long Ns)> Parts);
