package dev.muster.launcher.server.http;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;

/** Sits above HTTP and gives the server a path that its check of permissions can read ({@link Colons}). */
public final class PathFilter extends BaseFilter {

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request) {
            String path = request.getRequestURI();
            String readable = Colons.encoded(path);
            if (!readable.equals(path)) {
                request.setRequestURI(readable);
            }
        }
        return context.getInvokeAction();
    }
}
