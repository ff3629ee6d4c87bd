namespace ClusterSim.Cli.Parsing;

/// <summary>A command whose input other commands have written. So there is nothing in it that <c>clustersim validate</c> could check.</summary>
internal interface ITakesResults;
