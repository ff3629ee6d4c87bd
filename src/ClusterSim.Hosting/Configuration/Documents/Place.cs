using ClusterSim.Workload;

namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>Where a value stands: document, line and the keys that lead to it.</summary>
/// <remarks>The text is put together only when a message needs it; a file of groups may hold a million ranks.</remarks>
internal sealed class Place
{
    private readonly Place? parent;
    private readonly string? key;
    private readonly int index;
    private readonly int line;

    private Place(DocumentSource source, int line, Place? parent, string? key, int index)
    {
        Source = source;
        this.line = line;
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    public DocumentSource Source { get; }

    /// <summary>The first line of the value, from 1.</summary>
    public int Line => line;

    /// <summary>The whole of a document.</summary>
    public static Place Root(DocumentSource source) => new(source, 1, parent: null, key: null, index: 0);

    /// <summary>The value of a key of the map that stands here.</summary>
    public Place Key(string name, int atLine) => new(Source, atLine, this, name, index: 0);

    /// <summary>An entry, from 0, of the list that stands here.</summary>
    public Place Item(int itemIndex, int atLine) => new(Source, atLine, this, key: null, itemIndex);

    /// <summary><c>network.yml:3 bandwidth[1]</c>, or <c>--set network.bandwidth[1]</c>.</summary>
    public override string ToString()
    {
        var path = KeyPath();
        if (Source.HasLines)
        {
            return parent is null ? Source.Name : $"{Source.Name}:{line} {path}";
        }

        return path.Length == 0 || path[0] == '[' ? Source.Name + path : $"{Source.Name}.{path}";
    }

    private string KeyPath()
    {
        if (parent is null)
        {
            return "";
        }

        var before = parent.KeyPath();
        if (key is null)
        {
            return $"{before}[{index}]";
        }

        var shown = Printable.Name(key);
        return before.Length == 0 ? shown : $"{before}.{shown}";
    }
}
