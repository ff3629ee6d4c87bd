namespace ClusterSim.Hosting.Verification;

/// <summary>What became of one recorded case.</summary>
/// <param name="Case">Its folder, relative to the one that was searched.</param>
/// <param name="Outcome">How it stands.</param>
/// <param name="Remarks">Each difference, or each reason why there are no figures, in one line; empty if it is exact.</param>
public sealed record CaseReport(string Case, CaseOutcome Outcome, IReadOnlyList<string> Remarks);
