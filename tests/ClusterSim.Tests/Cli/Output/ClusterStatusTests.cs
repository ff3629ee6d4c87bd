using ClusterSim.Cli.Output;
using ClusterSim.Cluster.Status;
using ClusterSim.Core.Units;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class ClusterStatusTests
{
    private static readonly ClusterStatus Status = new(
        "1.0.0+0123456789abcdef",
        [
            new(
                "127.0.0.1:7700",
                "up",
                ["seed", "worker"],
                "1.0.0+0123456789abcdef",
                new(4, 1.256, new ByteSize(3 << 20), new ByteSize(2L << 30), TimeSpan.FromSeconds(90_061.7), ["worker: points 4, 7", "a \"b\" c"])),
            new("127.0.0.1:7701", "unreachable", ["worker"], "1.0.0", null),
        ]);

    [Fact]
    public void Table_OfMembers_HasARowEach()
    {
        var memory = new InMemoryTerminal();

        TablePrinter.Print(ClusterStatusTable.Of(Status), memory.Terminal);

        Assert.Equal(
            """
            address         state        roles        version           work                          cores  load    memory     limit       uptime
            127.0.0.1:7700  up           seed worker  1.0.0+0123456789  worker: points 4, 7; a "b" c      4  1.26  3.00 MiB  2.00 GiB  1d 01:01:01
            127.0.0.1:7701  unreachable  worker       1.0.0             no answer

            """,
            memory.Output);
    }

    [Fact]
    public void Csv_OfMembers_HasPlainNumbersAndQuotes()
    {
        var memory = new InMemoryTerminal();

        ClusterStatusTable.WriteCsv(Status, memory.Terminal.Output);

        Assert.Equal(
            """
            address,state,roles,version,cores,load,memory_bytes,memory_limit_bytes,uptime_s,work
            127.0.0.1:7700,up,seed worker,1.0.0+0123456789abcdef,4,1.26,3145728,2147483648,90061,"worker: points 4, 7; a ""b"" c"
            127.0.0.1:7701,unreachable,worker,1.0.0,,,,,,

            """,
            memory.Output);
    }

    [Fact]
    public void Json_OfMembers_HasNullForWhatWasNotTold()
    {
        var memory = new InMemoryTerminal();

        ClusterStatusJson.Write(Status, memory.Terminal.Output);

        using var json = System.Text.Json.JsonDocument.Parse(memory.Output);
        var members = json.RootElement.GetProperty("members").EnumerateArray().ToList();
        Assert.Equal((1.26, 90_061), (members[0].GetProperty("load").GetDouble(), members[0].GetProperty("uptime_s").GetInt32()));
        Assert.Equal(["worker: points 4, 7", "a \"b\" c"], members[0].GetProperty("work").EnumerateArray().Select(work => work.GetString()!));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, members[1].GetProperty("cores").ValueKind);
    }
}
