using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>The keys of a range of values: <c>{ from: 8, to: 128, times: 2 }</c>.</summary>
internal static class RangeSettings
{
    /// <summary>How many values an axis may have; more points than that nobody looks at.</summary>
    public const int MostValues = 1_000_000;

    public static readonly Setting<Quantity> From = new("from", QuantityKind.Instance, "The first value.") { IsRequired = true };

    public static readonly Setting<Quantity> To = new("to", QuantityKind.Instance, "The last value, if the steps reach it.") { IsRequired = true };

    public static readonly Setting<Quantity> Step = new("step", QuantityKind.Instance, "What each value is more than the one before. Give this or times.");

    public static readonly Setting<Quantity> Times = new("times", QuantityKind.Instance, "How many times the one before each value is. Give this or step.");

    public static readonly Section Section = new("a range", "Values from one to another, by steps or by a factor.", [From, To, Step, Times]);

    /// <summary>The values of a range; what is wrong with it goes to the problems.</summary>
    public static IReadOnlyList<ConfigNode>? Values(SectionValues range, ReadContext context)
    {
        var where = range.Place.ToString();
        var isStepped = range.TryGet(Step, out var step);
        if (isStepped == range.TryGet(Times, out var times))
        {
            context.Refuse(where, isStepped ? "step and times are both given: give one of them." : "Neither step nor times is given: give one of them.");
            return null;
        }

        var (from, to) = (range.Get(From), range.Get(To));
        if (Fault(from, to, isStepped ? step.Value : null, times.Value) is { } fault)
        {
            context.Refuse(where, fault.What, fault.Remedy);
            return null;
        }

        var values = new List<ConfigNode>();
        for (var value = from.Value; value <= to.Value; value = isStepped ? value + step.Value : value * times.Value)
        {
            if (values.Count == MostValues)
            {
                context.Refuse(where, $"The range has more than {MostValues:N0} values.", "Take larger steps.");
                return null;
            }

            values.Add(new ScalarNode(range.Place, new Quantity(value, from.IsSize || to.IsSize).ToString(), isPlain: true));
        }

        return values;
    }

    private static Problem? Fault(Quantity from, Quantity to, decimal? step, decimal times)
    {
        // Beyond this, one more step may leave the range of numbers.
        const decimal Largest = 1e20m;
        if (from.Value > to.Value)
        {
            return new("", $"from ({from}) is more than to ({to}).", "Exchange them.");
        }

        if (Math.Abs(from.Value) > Largest || Math.Abs(to.Value) > Largest || Math.Max(step ?? 0, times) > 1e6m * 1e6m)
        {
            return new("", "The range is too wide.", "Give numbers of at most 20 digits.");
        }

        if (step is <= 0)
        {
            return new("", "step must be more than 0.");
        }

        return step is null && (times <= 1 || from.Value <= 0) ? new("", "A range with times takes a from of more than 0, and times of more than 1.") : null;
    }
}
