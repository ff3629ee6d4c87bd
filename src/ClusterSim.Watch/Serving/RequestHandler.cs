using ClusterSim.Watch.Following;
using ClusterSim.Watch.Snapshots;
using Microsoft.AspNetCore.Http;

namespace ClusterSim.Watch.Serving;

/// <summary>Answers a request: the page's files, a snapshot, or the stream of them. It only tells; there is nothing that a request can change.</summary>
internal sealed class RequestHandler(Watched watched, HostGuard guard, SnapshotStream stream)
{
    private readonly PageFiles files = new();

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        SafetyHeaders.Apply(response.Headers);
        if (!guard.Allows(request.Host))
        {
            await RefuseAsync(response, StatusCodes.Status403Forbidden, "This is not the name of the machine that answers. Open the address that clustersim printed.\n");
        }
        else if (!HttpMethods.IsGet(request.Method))
        {
            response.Headers.Allow = HttpMethods.Get;
            await RefuseAsync(response, StatusCodes.Status405MethodNotAllowed, "Only GET is answered.\n");
        }
        else
        {
            await AnswerAsync(request.Path.Value ?? "", response, context.RequestAborted);
        }
    }

    private async Task AnswerAsync(string path, HttpResponse response, CancellationToken gone)
    {
        if (path == "/events")
        {
            await SendStreamAsync(response, gone);
        }
        else if (path == "/snapshot")
        {
            await WriteAsync(response, "application/json; charset=utf-8", SnapshotJson.Write(watched.Take()));
        }
        else if (files.Find(path) is var (type, content))
        {
            await WriteAsync(response, type, content);
        }
        else
        {
            await RefuseAsync(response, StatusCodes.Status404NotFound, "There is nothing here. The page is at /.\n");
        }
    }

    // Browsers may go at any time.
    private async Task SendStreamAsync(HttpResponse response, CancellationToken gone)
    {
        try
        {
            await stream.SendAsync(response, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
        }
    }

    private static async Task WriteAsync(HttpResponse response, string type, byte[] content)
    {
        response.ContentType = type;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content);
    }

    private static async Task RefuseAsync(HttpResponse response, int status, string text)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(text);
    }
}
