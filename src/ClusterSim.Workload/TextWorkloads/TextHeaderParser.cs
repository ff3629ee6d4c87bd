using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>Reads the first line: the kind, and what some kinds need beside it.</summary>
/// <param name="place">File and line.</param>
/// <param name="words">What stands in the line; at least one word.</param>
/// <param name="problems">Where mistakes go.</param>
internal sealed class TextHeaderParser(string place, string[] words, TraceProblems problems)
{
    private const string ModelParallelNpus = "model_parallel_NPU_group";
    private const string Checkpoints = "checkpoints";
    private const string Initiators = "checkpoint_initiates";

    private int next = 1;

    /// <summary>The kind; null if it is unknown.</summary>
    public TextWorkloadKind? ReadKind()
    {
        var kind = TextWorkloadKinds.Find(words[0]);
        if (kind is null)
        {
            Refuse($"The kind '{Printable.Name(words[0])}' is unknown.", Suggestion.Allowed(words[0], TextWorkloadKinds.Names));
        }

        return kind;
    }

    /// <summary>What the whole line says, once it is known how many layers follow.</summary>
    public TextHeader? ReadRest(TextWorkloadKind? kind, int layers) => kind switch
    {
        null => null,
        TextWorkloadKind.HybridDlrm => new TextHeader(kind.Value) { LastBottomLayer = LastBottomLayer(layers) },
        TextWorkloadKind.HybridTransformer or TextWorkloadKind.HybridTransformerForwardInBackward => Transformer(kind.Value, layers),
        _ => Plain(kind.Value),
    };

    private TextHeader Plain(TextWorkloadKind kind)
    {
        if (words.Length > 1)
        {
            Refuse($"Behind {words[0]} stands '{Printable.Name(string.Join(' ', words[1..]))}', but nothing may stand there.");
        }

        return new TextHeader(kind);
    }

    // The exchange ends before the last bottom layer ends and starts again behind the layer above, so both are needed; layer 0 makes it.
    private int LastBottomLayer(int layers)
    {
        var most = layers - 2;
        if (most < 1)
        {
            Refuse($"{words[0]} takes at least 3 layers: embeddings, bottom layers and top layers; {layers} follow.");
        }
        else if (words.Length != 2 || !TryWhole(words[1], 1, most, out _))
        {
            var given = Printable.Name(string.Join(' ', words[1..]));
            Refuse($"Behind {words[0]} stands '{given}'; it must be the place of the last bottom layer, from 1 to {most}, where the first layer is 0.");
        }

        return words.Length > 1 && TryWhole(words[1], 0, int.MaxValue, out var layer) ? layer : 0;
    }

    private TextHeader Transformer(TextWorkloadKind kind, int layers)
    {
        string[] allowed = kind == TextWorkloadKind.HybridTransformer ? [ModelParallelNpus] : [ModelParallelNpus, Checkpoints, Initiators];
        var header = new TextHeader(kind);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (next < words.Length)
        {
            var key = words[next++].TrimEnd(':');
            if (!allowed.Contains(key))
            {
                Refuse($"The key '{Printable.Name(key)}' is unknown.", Suggestion.Allowed(key, allowed));

                // Its values say nothing.
                while (next < words.Length && char.IsAsciiDigit(words[next][0]))
                {
                    next++;
                }
            }
            else if (!seen.Add(key))
            {
                Refuse($"{key} is given twice.");
                Value(key, layers, header);
            }
            else
            {
                header = Value(key, layers, header);
            }
        }

        foreach (var missing in allowed.Where(key => !seen.Contains(key)))
        {
            Refuse($"{missing} is missing.", $"Write {missing}: {(missing == ModelParallelNpus ? "and the number of NPUs that share a model" : "and how many layers, then which (0 if none)")}.");
        }

        CheckCheckpoints(header, layers);
        return header;
    }

    private TextHeader Value(string key, int layers, TextHeader header) => key switch
    {
        ModelParallelNpus => header with { ModelParallelNpus = (int)(Number(key, 1, int.MaxValue, "the number of NPUs that share a model") ?? 1) },
        Checkpoints => header with { Checkpoints = LayerList(key, layers) },
        _ => header with { CheckpointInitiators = LayerList(key, layers) },
    };

    private IReadOnlyList<int> LayerList(string key, int layers)
    {
        var list = new SortedSet<int>();
        var count = Number(key, 0, layers, "how many layers follow");
        for (var i = 0; i < count; i++)
        {
            if (Number(key, 0, layers - 1, "the place of a layer, where the first is 0") is not { } layer)
            {
                break;
            }

            list.Add((int)layer);
        }

        return [.. list];
    }

    private long? Number(string key, long smallest, long largest, string meaning)
    {
        if (next < words.Length && TryWhole(words[next], smallest, largest, out var number))
        {
            next++;
            return number;
        }

        var given = next < words.Length ? $"stands '{Printable.Name(words[next])}'" : "the line ends";
        Refuse(string.Create(CultureInfo.InvariantCulture, $"Behind {key} {given}; it must be {meaning}, from {smallest} to {largest}."));
        if (next < words.Length && !char.IsAsciiLetter(words[next][0]))
        {
            next++;
        }

        return null;
    }

    private void CheckCheckpoints(TextHeader header, int layers)
    {
        foreach (var layer in header.CheckpointInitiators.Where(layer => layer < layers && !header.Checkpoints.Any(kept => kept <= layer)))
        {
            Refuse($"Layer {layer} initiates a recomputation, but no checkpoint is at it or below it.", $"Add a layer from 0 to {layer} to {Checkpoints}.");
        }
    }

    private static bool TryWhole(string word, long smallest, long largest, out int number) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= smallest && number <= largest;

    private void Refuse(string what, string? remedy = null) => problems.Add(new Problem(place, what, remedy));
}
