using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Sweeps.Planning;

/// <summary>A combination of the values of all axes: a number whose digits are the indexes of the values, the last axis lowest.</summary>
internal readonly struct Combination
{
    private readonly IReadOnlyList<Axis> axes;
    private readonly int[] digits;

    public Combination(IReadOnlyList<Axis> axes, int number)
    {
        this.axes = axes;
        digits = new int[axes.Count];
        for (var axis = axes.Count - 1; axis >= 0; axis--)
        {
            (number, digits[axis]) = Math.DivRem(number, axes[axis].Count);
        }
    }

    /// <summary>The index of an axis's value.</summary>
    public int this[int axis] => digits[axis];

    /// <summary>The number of the combination in which some axes have other values.</summary>
    public int With(IReadOnlyDictionary<int, int> others)
    {
        var number = 0;
        for (var axis = 0; axis < axes.Count; axis++)
        {
            number = number * axes[axis].Count + (others.TryGetValue(axis, out var other) ? other : digits[axis]);
        }

        return number;
    }
}
