using ClusterSim.Core.Input;

namespace ClusterSim.Hosting.Configuration.Settings;

/// <summary>Where reading tells what it finds.</summary>
/// <param name="Problems">What is wrong.</param>
/// <param name="Notes">What is right but should be known, such as keys without effect.</param>
internal sealed record ReadContext(ProblemList Problems, List<string> Notes);
