package dev.muster.launcher.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Sits below HTTP and lets only requests through that have one reading ({@link RequestFraming}). It writes the security
 * event of a refused body. {@link RefusalFilter} writes the event of a refused head.
 */
public final class FramingFilter extends BaseFilter {

    private static final Attribute<RequestFraming> FRAMING =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("muster.framing", RequestFraming::new);

    private final RefusedRequests refused;

    public FramingFilter(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        Buffer input = context.getMessage();
        RequestFraming framing = FRAMING.get(connection);
        if (framing.isInside(input.remaining())) {
            return context.getInvokeAction();
        }
        byte[] octets = new byte[input.remaining()];
        input.get(octets);
        byte[] passed = framing.pass(octets);
        if (passed.length == 0) {
            return context.getStopAction();
        }
        if (framing.isBodyRefused()) {
            refused.malformed(RequestHead.BAD_REQUEST, connection.getPeerAddress());
        }
        context.setMessage(Buffers.wrap(context.getMemoryManager(), passed));
        return context.getInvokeAction();
    }
}
