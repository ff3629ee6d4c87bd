using Parquet;

namespace ClusterSim.Testing;

/// <summary>Reads of which types the columns of a Parquet file are.</summary>
public static class ParquetTypes
{
    /// <summary>For each column its name and type, and whether it may be empty.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Stream stream)
    {
        await using var reader = await ParquetReader.CreateAsync(stream);
        return [.. reader.Schema.DataFields.Select(field => $"  {field.Name}: {NameOf(field.ClrType)}{(field.IsNullable ? "?" : "")}")];
    }

    // The library hands text out as what it lies in.
    private static string NameOf(Type type) => type == typeof(ReadOnlyMemory<char>) ? nameof(String) : type.Name;
}
