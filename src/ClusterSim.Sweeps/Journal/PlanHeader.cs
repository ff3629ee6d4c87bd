namespace ClusterSim.Sweeps.Journal;

/// <summary>What a plan says of all its points.</summary>
/// <param name="Name">Of the sweep.</param>
/// <param name="Version">Of the program that made the plan.</param>
/// <param name="Count">How many points there are.</param>
/// <param name="Keys">What is varied.</param>
/// <param name="AreNumbers">For each key, whether all of its labels are numbers.</param>
public sealed record PlanHeader(string Name, string Version, int Count, IReadOnlyList<string> Keys, IReadOnlyList<bool> AreNumbers);
