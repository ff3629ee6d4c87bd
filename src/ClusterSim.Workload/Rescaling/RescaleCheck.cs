using ClusterSim.Core.Input;
using ClusterSim.Workload.Set;

namespace ClusterSim.Workload.Rescaling;

/// <summary>Checks whether traces can become what is wanted.</summary>
/// <param name="survey">What the traces ask of other NPUs.</param>
/// <param name="count">How many NPUs they are for.</param>
/// <param name="request">What is wanted.</param>
/// <param name="problems">Where mistakes go.</param>
internal sealed class RescaleCheck(TraceSurvey survey, int count, RescaleRequest request, ProblemList problems)
{
    private const string Npus = "--npus";
    private const string Option = "--data-parallel";

    private readonly int wanted = request.NpuCount;
    private readonly List<string> notes = [];

    /// <summary>The groups over the data-parallel dimension.</summary>
    public IReadOnlySet<string> DataParallel { get; } =
        request.DataParallel.Where(name => name != RescaleRequest.None).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a user should know of the outcome.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Whether collectives run on all NPUs.</summary>
    public bool UsesAll => survey.OfNpu.Any(npu => npu.HasCollectivesOfAll);

    public void Run()
    {
        CheckNames();
        if (wanted % count != 0 && count % wanted != 0)
        {
            problems.Add(Npus, $"It is {wanted}, but the traces are for {count} NPUs; allowed: multiples and divisors of {count}.");
        }
        else if (wanted < count)
        {
            CheckPeers();
            CheckShrinking();
        }
        else if (wanted > count)
        {
            CheckGrowing();
        }
    }

    private void CheckNames()
    {
        if (request.DataParallel.Contains(RescaleRequest.None) && request.DataParallel.Count > 1)
        {
            problems.Add(Option, $"{RescaleRequest.None} stands beside other names.", "Give it alone, or leave it out.");
        }

        foreach (var name in DataParallel.Where(name => name != RescaleRequest.All && !survey.Groups.ContainsKey(name)))
        {
            var allowed = survey.Groups.Values.OrderBy(group => group.Id).Select(group => Printable.Name(group.Name));
            problems.Add(Option, $"There is no group {Printable.Name(name)}.", Suggestion.Allowed(name, [RescaleRequest.All, RescaleRequest.None, .. allowed]));
        }
    }

    private void CheckGrowing()
    {
        var grown = survey.OfNpu.Any(npu => npu.Groups.Any(IsDataParallel)) || (UsesAll && DataParallel.Contains(RescaleRequest.All));
        if (!grown && !request.DataParallel.Contains(RescaleRequest.None))
        {
            var groups = NamesOf(survey.Groups.Values);
            problems.Add(
                Option,
                "No collective would join the replicas: none runs on all NPUs, and no group that grows is used.",
                $"Name the groups over the data-parallel dimension{(groups.Length > 0 ? $" ({groups})" : "")}, or {RescaleRequest.None} if the replicas have nothing to do with each other.");
        }

        var replicated = NamesOf(survey.Groups.Values.Where(group => !IsDataParallel(group.Name)));
        if (replicated.Length > 0)
        {
            notes.Add($"Groups {replicated} are replicated; {Option} names groups that grow.");
        }

        if (survey.OfNpu.Any(npu => npu.HasCollectivesOfDimensions))
        {
            notes.Add("Collectives of some dimensions (involved_dim) stay as they are: let the network grow in its last dimension.");
        }
    }

    private void CheckShrinking()
    {
        var kept = survey.OfNpu.Take(wanted).ToArray();
        if (UsesAll && !DataParallel.Contains(RescaleRequest.All))
        {
            problems.Add(Option, "Collectives run on all NPUs, which become fewer, but they are not over the data-parallel dimension.", $"Add {RescaleRequest.All}.");
        }

        foreach (var group in survey.Groups.Values.OrderBy(group => group.Id).Where(group => group.IsWhole && kept.Any(npu => npu.Groups.Contains(group.Name))))
        {
            var isRight = IsDataParallel(group.Name) ? IsPeriodic(group.Ranks) : group.Ranks.All(rank => rank < wanted);
            if (!isRight)
            {
                var reason = IsDataParallel(group.Name)
                    ? $"which are not the same ones of each {wanted} NPUs: data is not parallel over them"
                    : $"not all of which are below {wanted}, and it is not over the data-parallel dimension";
                problems.Add(
                    $"group {Printable.Name(group.Name)}",
                    $"It has the NPUs {NpuList.Text(group.Ranks)}, {reason}.",
                    IsDataParallel(group.Name) ? "Give another number of NPUs, or take the group out of --data-parallel." : $"Give another number of NPUs, or name the group in {Option}.");
            }
        }
    }

    private void CheckPeers()
    {
        foreach (var npu in survey.OfNpu.Take(wanted))
        {
            foreach (var (peer, node) in npu.Peers.Where(pair => pair.Key >= wanted && pair.Key < count))
            {
                problems.Add(node, $"It exchanges a message with NPU {peer}, which would not be there any more.", "Give another number of NPUs.");
            }
        }
    }

    private bool IsDataParallel(string name) =>
        DataParallel.Contains(name) || (DataParallel.Contains(RescaleRequest.All) && survey.Groups.TryGetValue(name, out var group) && group.Ranks.Count == count);

    // Whether the group has, of all stretches of as many NPUs as are wanted, the same ones.
    private bool IsPeriodic(IReadOnlyList<int> ranks)
    {
        var places = ranks.GroupBy(rank => rank % wanted).ToArray();
        return places.All(place => place.Count() == count / wanted);
    }

    private static string NamesOf(IEnumerable<ProcessGroup> groups)
    {
        const int Named = 10;
        string[] names = [.. groups.OrderBy(group => group.Id).Select(group => Printable.Name(group.Name))];
        return string.Join(", ", names.Take(Named)) + (names.Length > Named ? $" and {names.Length - Named} more" : "");
    }
}
