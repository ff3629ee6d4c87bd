using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClusterSim.Cli.Output;

/// <summary>How JSON is written: characters as they are where JSON allows it, since no page of HTML gets it.</summary>
internal static class JsonStyle
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>All in one line.</summary>
    public static JsonWriterOptions Line { get; } = new() { Encoder = Encoder };

    /// <summary>A line each.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Encoder = Encoder, Indented = true };
}
