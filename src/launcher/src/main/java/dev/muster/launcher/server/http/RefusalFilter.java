package dev.muster.launcher.server.http;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;

/** Answers a request that {@link RequestFraming} has refused, when it is its turn. The connection ends then. */
public final class RefusalFilter extends BaseFilter {

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request
                && request.getMethod().getMethodString().startsWith(RequestFraming.REFUSED)) {
            refuse(context, request);
            return context.getStopAction();
        }
        return context.getInvokeAction();
    }

    private static void refuse(FilterChainContext context, HttpRequestPacket request) {
        HttpResponsePacket response = request.getResponse();
        int status = Integer.parseInt(request.getMethod().getMethodString().substring(RequestFraming.REFUSED.length()));
        RefusedRequests.OF_SERVER.malformed(status, context.getConnection().getPeerAddress());
        response.setStatus(status);
        response.setContentLength(0);
        context.write(HttpContent.builder(response).last(true).build());
        context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
    }
}
