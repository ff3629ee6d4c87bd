using System.Text;
using ClusterSim.Sweeps.Journal;

namespace ClusterSim.Sweeps.Tables;

/// <summary>Writes the tables of a folder from its plan and journal, each beside the old one and then in its place.</summary>
internal static class TableWriter
{
    private const int BufferChars = 1 << 15;

    public static async Task WriteAsync(SweepFolder folder, PointJournal journal)
    {
        var plan = PlanFile.ReadHeader(folder.Plan);
        SafeFile.Write(folder.ResultsCsv, stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferChars, leaveOpen: true);
            CsvTable.Write(ResultColumns.Of(plan), Rows(), text);
        });
        await SafeFile.WriteAsync(
            folder.ResultsParquet, stream => ParquetTable.WriteAsync(ResultColumns.Of(plan), Rows(), stream)).ConfigureAwait(false);
        await SafeFile.WriteAsync(
            folder.NpusParquet, stream => ParquetTable.WriteAsync(NpuTableColumns.Of(plan), Rows().SelectMany(NpuRow.Of), stream)).ConfigureAwait(false);

        IEnumerable<ResultRow> Rows() => new ResultRows(folder, plan, journal).Read();
    }
}
