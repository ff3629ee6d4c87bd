using System.Text;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>Takes the values out of a node's attributes and reports those that are missing, of a wrong kind or out of range.</summary>
internal sealed class AttributeChecks
{
    private readonly TraceProblems problems;
    private readonly bool mayLack;

    /// <param name="problems">Where mistakes go.</param>
    /// <param name="mayLack">Whether nodes may lack what they would communicate by.</param>
    public AttributeChecks(TraceProblems problems, bool mayLack)
    {
        this.problems = problems;
        this.mayLack = mayLack;
    }

    public void Report(in NodeMessage message, string what, string? remedy = null) =>
        problems.Add(message.Id, Encoding.UTF8.GetString(message.Name), what, remedy);

    /// <summary>Reports that an attribute is missing, unless nodes may lack it.</summary>
    public void Require(in NodeMessage message, AttributeValue value, string name)
    {
        if (!value.IsPresent && !mayLack)
        {
            Report(message, $"It lacks {name}, which a {NounOf((NodeType)message.Type)} must have.");
        }
    }

    /// <summary>An amount of data; 0 if it is missing or wrong.</summary>
    public ByteSize Size(in NodeMessage message, AttributeValue value, string name) =>
        new(Integer(message, value, name, 0, TraceLimits.MostBytes) ?? 0);

    /// <summary>An integer; null if it is missing or wrong.</summary>
    public long? Integer(in NodeMessage message, AttributeValue value, string name, long smallest, long largest)
    {
        if (!value.IsPresent)
        {
            return null;
        }

        if (!value.TryGetInteger(out var integer))
        {
            Report(message, $"{name} is of kind {value.KindName}; allowed: an integer.");
            return null;
        }

        if (integer < smallest || integer > largest)
        {
            Report(message, $"{name} is {integer}; allowed: {smallest} to {largest}.");
            return null;
        }

        return (long)integer;
    }

    /// <summary>True or false; false if it is missing or wrong.</summary>
    public bool Bool(in NodeMessage message, AttributeValue value, string name)
    {
        if (!value.IsPresent)
        {
            return false;
        }

        if (!value.TryGetBool(out var isTrue))
        {
            Report(message, $"{name} is of kind {value.KindName}; allowed: a bool, or an integer that is 0 or 1.");
        }

        return isTrue;
    }

    private static string NounOf(NodeType type) => type switch
    {
        NodeType.CommSendNode => "send",
        NodeType.CommRecvNode => "receive",
        NodeType.CommCollNode => "collective",
        _ => "memory access",
    };
}
