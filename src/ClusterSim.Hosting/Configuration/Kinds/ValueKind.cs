using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>What a setting may hold. Messages and JSON Schemas both come from here.</summary>
internal abstract class ValueKind
{
    /// <summary>What is allowed, to follow "give": <c>a number greater than 0 (ns)</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>The JSON Schema of such a value.</summary>
    public abstract JsonObject Schema();

    /// <summary>Whether the value is a list, so that a single value can only stand for a list of one.</summary>
    public virtual bool TakesList => false;

    /// <summary>The keys that may stand below, where the value is a map of known ones; else none.</summary>
    public virtual IEnumerable<string> Keys => [];

    /// <summary>What stands below a key, where the value is a map that has that key; else null.</summary>
    public virtual ValueKind? Below(string key) => null;

    /// <summary>The content of the file that the value names, where it may name one; else the value itself.</summary>
    public virtual ConfigNode Open(ConfigNode node, DocumentReader reader) => node;

    /// <summary>
    /// A value that is right, in the one way of writing all that mean the same: 1MiB as 1048576. What stands below it is left as it is.
    /// </summary>
    public virtual ConfigNode Canonical(ConfigNode node) => node;

    /// <summary>The value with itself and all that stands below it changed by a function, from the top down.</summary>
    public virtual ConfigNode Rewrite(ConfigNode node, Func<ValueKind, ConfigNode, ConfigNode> change) => change(this, node);
}
