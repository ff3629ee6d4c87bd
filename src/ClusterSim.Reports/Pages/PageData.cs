using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ClusterSim.Reports.Pages;

/// <summary>
/// Data that the page's scripts read, as JSON within the page. The writer's usual encoder leaves no character in it that HTML could take for
/// markup.
/// </summary>
/// <param name="Name">What scripts ask for: <c>ClusterSim.data("links")</c>.</param>
/// <param name="Json">The JSON.</param>
public sealed record PageData(string Name, string Json)
{
    /// <summary>Makes data.</summary>
    /// <param name="name">What scripts ask for.</param>
    /// <param name="write">Writes one value.</param>
    public static PageData Of(string name, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return new PageData(name, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
