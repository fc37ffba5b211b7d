package dev.muster.launcher.server;

import dev.muster.launcher.server.http.AnswerHeaders;
import dev.muster.launcher.server.http.RefusedRequests;
import java.time.Duration;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Collects the body of a request before the request gets a thread of the server, so that slow senders hold no thread.
 * Files of imports are not collected: the application reads them while they are sent, a few at a time, after it knows
 * the sender.
 */
final class BodyFilter extends BaseFilter {

    private static final Pattern FILE = Pattern.compile("/imports/upload|/api/v1/organizations/[^/]+/imports/?");

    /** The type of an import file. Code that reads a form before it knows the sender would wait for the file. */
    private static final String CSV = "text/csv";

    /**
     * Clients that wait for a permission before they send (Expect: 100-continue) hold a thread, so only few of them are
     * allowed.
     */
    private static final int EXPECTING = 64;

    private static final int EXPECTING_OF_SOURCE = 16;

    private static final Attribute<Body> BODY = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("muster.body");

    /** Set on a request whose body the application reads from now on. */
    private static final Attribute<Boolean> PASSED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("muster.body.passed");

    private final Bodies bodies;

    private final Crowd<Connection<?>> expecting = new Crowd<>(EXPECTING, EXPECTING_OF_SOURCE, Duration.ofDays(1));

    /** RFC 9110 section 10.1.1: the client may send the same request again without the field. */
    private final byte[] expectationFailed;

    BodyFilter(AnswerHeaders headers) {
        this.bodies = new Bodies(headers);
        this.expectationFailed = headers.last("417 Expectation Failed");
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        return context.getTransportContext().isBlocking()
                        || !(context.getMessage() instanceof HttpContent content)
                        || !(content.getHttpHeader() instanceof HttpRequestPacket request)
                        || PASSED.isSet(request)
                ? context.getInvokeAction()
                : read(context, content, request);
    }

    private NextAction read(FilterChainContext context, HttpContent content, HttpRequestPacket request) {
        Body body = BODY.get(context.getConnection());
        if (body == null && (content.isLast() || isOfApplication(request))) {
            PASSED.set(request, true);
            return request.requiresAcknowledgement() ? expect(context) : context.getInvokeAction();
        }
        return HttpContent.isBroken(content)
                ? pass(context, request, body)
                : collect(context, content, request, body == null ? begin(context.getConnection()) : body);
    }

    private static boolean isOfApplication(HttpRequestPacket request) {
        return request.requiresAcknowledgement()
                || isCsv(request.getContentType())
                        && FILE.matcher(request.getRequestURI()).matches();
    }

    private static boolean isCsv(String type) {
        return type != null && type.regionMatches(true, 0, CSV, 0, CSV.length());
    }

    /**
     * The server has no other protocol to change to (RFC 9110 section 7.8). Otherwise what follows would be taken for
     * one, and read as it comes.
     */
    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event instanceof HttpEvents.IncomingHttpUpgradeEvent upgrade) {
            HttpHeader request = upgrade.getHttpHeader();
            request.getUpgradeDC().recycle();
            request.setIgnoreContentModifiers(false);
        }
        return context.getInvokeAction();
    }

    private NextAction expect(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        if (expecting
                .add(connection, Source.of(connection.getPeerAddress()), System.nanoTime())
                .isPresent()) {
            RefusedRequests.OF_SERVER.tooMany(417, connection.getPeerAddress());
            Bodies.end(connection, expectationFailed);
            return context.getStopAction();
        }
        context.addCompletionListener(done -> expecting.remove(connection));
        return context.getInvokeAction();
    }

    private Body begin(Connection<?> connection) {
        Body body = bodies.begin(connection);
        BODY.set(connection, body);
        return body;
    }

    private NextAction collect(FilterChainContext context, HttpContent content, HttpRequestPacket request, Body body) {
        Buffer piece = content.getContent();
        if (!bodies.admits(body, piece.remaining())) {
            bodies.refuse(body);
            return context.getStopAction();
        }
        body.add(piece);
        if (!content.isLast() && body.length() < Body.MOST) {
            return context.getStopAction();
        }
        context.setMessage(HttpContent.builder(request)
                .content(Buffers.wrap(context.getMemoryManager(), body.octets()))
                .last(content.isLast())
                .build());
        return pass(context, request, body);
    }

    /** Passes the request on, unless its body was refused at this moment. */
    private NextAction pass(FilterChainContext context, HttpRequestPacket request, Body body) {
        PASSED.set(request, true);
        BODY.remove(context.getConnection());
        return body == null || bodies.end(body) ? context.getInvokeAction() : context.getStopAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        Body body = BODY.remove(context.getConnection());
        if (body != null) {
            bodies.end(body);
        }
        return context.getInvokeAction();
    }
}
