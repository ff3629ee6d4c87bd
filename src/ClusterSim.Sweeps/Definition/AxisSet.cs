using System.Diagnostics.CodeAnalysis;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload;

namespace ClusterSim.Sweeps.Definition;

/// <summary>The axes of a sweep, to be found by their keys.</summary>
/// <param name="axes">Those that could be read.</param>
/// <param name="written">All keys that the file varies: what is wrong with the others has been said.</param>
internal sealed class AxisSet(IReadOnlyList<Axis> axes, IReadOnlyCollection<string> written)
{
    public IReadOnlyList<Axis> Axes => axes;

    /// <summary>Finds the axis of a key that something else in the file names. Where the file does not vary the key, says so.</summary>
    /// <param name="key">The key.</param>
    /// <param name="place">Where it is named.</param>
    /// <param name="context">Gets what is wrong.</param>
    /// <param name="axis">The index of the axis.</param>
    /// <param name="found">The key with its values.</param>
    public bool TryFind(string key, Place place, ReadContext context, out int axis, [MaybeNullWhen(false)] out AxisKey found)
    {
        for (axis = 0; axis < axes.Count; axis++)
        {
            found = axes[axis].Keys.FirstOrDefault(one => one.Key == key);
            if (found is not null)
            {
                return true;
            }
        }

        found = null;
        if (!written.Contains(key))
        {
            context.Refuse(place.ToString(), $"{Printable.Name(key)} is no key of an axis.", Suggestion.Allowed(key, axes.SelectMany(one => one.Keys).Select(one => one.Key)));
        }

        return false;
    }
}
