namespace ClusterSim.Workload.Graph;

/// <summary>Numbers names in the order in which they first occur.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> names = [];

    public NameTable()
    {
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<string> Names => names;

    public int IndexOf(ReadOnlySpan<char> name)
    {
        if (!lookup.TryGetValue(name, out var number))
        {
            number = names.Count;
            names.Add(name.ToString());
            numbers.Add(names[^1], number);
        }

        return number;
    }
}
