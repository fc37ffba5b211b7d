package dev.muster.launcher.server.http;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;

/** Sits above HTTP and gives each answer its {@link AnswerHeaders}, whoever wrote it. */
public final class AnswerFilter extends BaseFilter {

    private final AnswerHeaders headers;

    public AnswerFilter(AnswerHeaders headers) {
        this.headers = headers;
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response
                && !response.isCommitted()
                && !response.isAcknowledgement()) {
            headers.complete(response.getRequest(), response);
        }
        return context.getInvokeAction();
    }

    /** For requests that HTTP itself refuses: its answer does not pass this filter. */
    public HttpProbe ofRefusals() {
        return new HttpProbe.Adapter() {
            @Override
            @SuppressWarnings("rawtypes") // as in the interface
            public void onErrorEvent(Connection connection, HttpPacket packet, Throwable error) {
                HttpHeader header = packet == null ? null : packet.getHttpHeader();
                if (header instanceof HttpRequestPacket request
                        && !request.getResponse().isCommitted()) {
                    headers.complete(request, request.getResponse());
                }
            }
        };
    }
}
