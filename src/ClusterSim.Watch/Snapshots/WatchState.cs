using System.Text.Json.Serialization;

namespace ClusterSim.Watch.Snapshots;

/// <summary>How far what is watched has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchState>))]
public enum WatchState
{
    /// <summary>Nothing is simulated yet: input is read, actors are made, nodes are found.</summary>
    [JsonStringEnumMemberName("preparing")]
    Preparing,

    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It has come to its end, and there is a result.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,

    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Somebody stopped it.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,
}
