using System.Globalization;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>Reads the line of a layer: its name, a number without effect, three passes, and the time of an update, which has no effect either.</summary>
/// <param name="problems">Where mistakes go.</param>
/// <param name="hasKinds">Whether a last column says how the layer is parallel.</param>
/// <param name="isKindKnown">Whether that is certain. If not, a last column may be there or not.</param>
internal sealed class TextLayerParser(TraceProblems problems, bool hasKinds, bool isKindKnown)
{
    private const int Columns = 12;

    private static readonly (string Name, CollectiveKind? Kind)[] Collectives =
    [
        ("NONE", null),
        ("ALLREDUCE", CollectiveKind.AllReduce),
        ("ALLGATHER", CollectiveKind.AllGather),
        ("REDUCESCATTER", CollectiveKind.ReduceScatter),
        ("ALLTOALL", CollectiveKind.AllToAll),
    ];

    private string where = "";

    /// <summary>The layer; null if the line does not have the columns of one.</summary>
    public TextLayer? Parse(string place, int number, string[] words)
    {
        where = place + " " + Printable.Name(words[0]);
        if (!HasAllColumns(words.Length))
        {
            return null;
        }

        Whole(words[1], "dependency (column 2)", long.MinValue, long.MaxValue);
        Whole(words[11], "update time (column 12)", 0, long.MaxValue);
        return new TextLayer
        {
            Name = words[0],
            Line = number,
            Forward = Pass(words, 2, "forward pass"),
            InputGradient = Pass(words, 5, "input gradient"),
            WeightGradient = Pass(words, 8, "weight gradient"),
            Kind = hasKinds ? KindOf(words[Columns]) : null,
        };
    }

    /// <summary>The name of a collective in files.</summary>
    public static string NameOf(CollectiveKind kind) => Collectives.First(known => known.Kind == kind).Name;

    private bool HasAllColumns(int count)
    {
        var isRight = count == (hasKinds ? Columns + 1 : Columns) || (!isKindKnown && count == Columns + 1);
        if (!isRight)
        {
            const string Passes = "compute time in us, collective and bytes of forward pass, input gradient and weight gradient";
            var last = hasKinds ? ", update time, kind" : ", update time";
            problems.Add(new Problem(
                where,
                $"The line has {count} {(count == 1 ? "column" : "columns")}; a layer has {(hasKinds ? Columns + 1 : Columns)}: name, dependency, {Passes}{last}."));
        }

        return isRight;
    }

    private LayerPass Pass(string[] words, int first, string name)
    {
        var micros = Whole(words[first], $"compute time of the {name} (column {first + 1})", 0, (long)TraceLimits.LongestMicros);
        var collective = CollectiveOf(words[first + 1], $"collective of the {name} (column {first + 2})");
        var size = Whole(words[first + 2], $"size in bytes of the {name} (column {first + 3})", 0, TraceLimits.MostBytes);
        return new LayerPass { Compute = SimDuration.FromMicroseconds(micros), Collective = collective, Size = new ByteSize(size) };
    }

    private long Whole(string word, string what, long smallest, long largest)
    {
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest)
        {
            return number;
        }

        var range = smallest == long.MinValue ? "any" : string.Create(CultureInfo.InvariantCulture, $"from {smallest} to {largest}");
        problems.Add(new Problem(where, $"The {what} is '{Printable.Name(word)}'; allowed: a whole number, {range}."));
        return 0;
    }

    private CollectiveKind? CollectiveOf(string word, string what)
    {
        var place = Array.FindIndex(Collectives, known => known.Name == word);
        if (place < 0)
        {
            Refuse(what, word, Collectives.Select(known => known.Name));
            return null;
        }

        return Collectives[place].Kind;
    }

    private TextWorkloadKind? KindOf(string word)
    {
        if (!TextWorkloadKinds.NamesOfLayers.Contains(word))
        {
            Refuse($"kind (column {Columns + 1})", word, TextWorkloadKinds.NamesOfLayers);
        }

        return TextWorkloadKinds.Find(word);
    }

    private void Refuse(string what, string given, IEnumerable<string> allowed) =>
        problems.Add(new Problem(where, $"The {what} is '{Printable.Name(given)}', which is unknown.", Suggestion.Allowed(given, allowed)));
}
