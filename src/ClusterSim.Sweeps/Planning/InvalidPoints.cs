using ClusterSim.Core.Input;

namespace ClusterSim.Sweeps.Planning;

/// <summary>
/// Why points cannot be simulated. A mistake in a value concerns every point that has it, and is told once; what it concerns is told behind
/// it. Safe to use from several threads.
/// </summary>
internal sealed class InvalidPoints(SweepPlan plan)
{
    // More than a person mends before trying again.
    private const int MostReasons = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<Problem, Concern> concerns = [];

    /// <summary>Takes down what is wrong with a point.</summary>
    /// <returns>Whether there is room for more.</returns>
    public bool Add(int point, IReadOnlyList<Problem> problems)
    {
        lock (gate)
        {
            foreach (var (index, problem) in problems.Index())
            {
                var place = (point, index);
                concerns[problem] = concerns.TryGetValue(problem, out var before)
                    ? new(place.CompareTo(before.First) < 0 ? place : before.First, before.Points + 1)
                    : new(place, 1);
            }

            return concerns.Count < MostReasons;
        }
    }

    /// <exception cref="InvalidInputException">There are any; carries the reasons in the order of the plan.</exception>
    public void ThrowIfAny()
    {
        if (concerns.Count > 0)
        {
            throw new InvalidInputException(
                [.. concerns.OrderBy(pair => pair.Value.First).Select(pair => pair.Key with { What = $"{pair.Key.What} ({Points(pair.Value)})" })]);
        }
    }

    private string Points(Concern concern)
    {
        var point = concern.First.Point;
        var first = string.Join(", ", plan.Values(point).Select(value => $"{value.Key} {value.Value.Label}"));
        return concern.Points == 1 ? $"point {point}: {first}" : $"{concern.Points} points, the first of them {point}: {first}";
    }

    /// <param name="First">The first point that it concerns, and where it stands among the reasons of that.</param>
    /// <param name="Points">How many points it concerns.</param>
    private readonly record struct Concern((int Point, int Index) First, int Points);
}
