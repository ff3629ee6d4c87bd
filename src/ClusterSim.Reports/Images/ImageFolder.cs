namespace ClusterSim.Reports.Images;

/// <summary>A folder that images are written to, each in the place of what was there by its name.</summary>
public static class ImageFolder
{
    /// <summary>Writes images; makes the folder, where there is none.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They cannot be written.</exception>
    public static async Task WriteAsync(IReadOnlyList<Image> images, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var image in images)
        {
            // Beside, so that what is there stays whole until the new one is.
            var path = Path.Combine(folder, image.FileName);
            var unfinished = path + ".new";
            try
            {
                await File.WriteAllBytesAsync(unfinished, image.ToPng()).ConfigureAwait(false);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
    }
}
