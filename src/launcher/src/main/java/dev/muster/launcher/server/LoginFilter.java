package dev.muster.launcher.server;

import dev.muster.launcher.server.http.AnswerHeaders;
import dev.muster.launcher.server.http.RefusedRequests;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;

/**
 * Lets only few requests at a time through to the login page and to the call that issues tokens: anybody can send them
 * without an account, in any number, and each costs processor time. The others wait without a thread, so that users who
 * are logged in, and devices, share the processors with only a few of them (docs/adr/009-bounds-before-login.md).
 */
final class LoginFilter extends BaseFilter {

    /** In any spelling. A request that matches by mistake only waits. */
    private static final Pattern LOGIN = Pattern.compile("login|tokens|%", Pattern.CASE_INSENSITIVE);

    /** A requester with a token has an account. */
    private static final Pattern TOKEN = Pattern.compile("\\s*Bearer\\s.*", Pattern.CASE_INSENSITIVE);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** One source gets a third. This is more than its turns at hashing passwords, so that those are the limit. */
    static final int AT_WORK_OF_SOURCE = 3 * PROCESSORS;

    private static final int AT_WORK = 3 * AT_WORK_OF_SOURCE;

    /** Each of them holds its connection, and a body of the size of a form. */
    private static final int WAITING = 1_024;

    /** Set on a request that has passed. */
    private static final Attribute<Boolean> PASSED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("muster.login.passed");

    /**
     * Requests that a client sends without waiting for answers have one context, and are handled one after the other.
     */
    private final Line<FilterChainContext> line = new Line<>(AT_WORK, AT_WORK_OF_SOURCE, WAITING);

    /** RFC 6585 section 4. */
    private final byte[] tooMany;

    LoginFilter(AnswerHeaders headers) {
        this.tooMany = headers.last("429 Too Many Requests", "Retry-After: 5");
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        return context.getTransportContext().isBlocking()
                        || !(context.getMessage() instanceof HttpContent content)
                        || !(content.getHttpHeader() instanceof HttpRequestPacket request)
                        || PASSED.isSet(request)
                        || !isLogin(request)
                ? context.getInvokeAction()
                : enter(context, request);
    }

    private static boolean isLogin(HttpRequestPacket request) {
        String authorization = request.getHeader("Authorization");
        return LOGIN.matcher(request.getRequestURI()).find()
                && (authorization == null || !TOKEN.matcher(authorization).matches());
    }

    private NextAction enter(FilterChainContext context, HttpRequestPacket request) {
        Object source = Source.of(context.getConnection().getPeerAddress());
        PASSED.set(request, true);
        if (!line.enter(context, source)) {
            return waiting(context, source);
        }
        context.addCompletionListener(this::leave);
        return context.getInvokeAction();
    }

    /** After {@code suspend} another thread may go on with the request. */
    private NextAction waiting(FilterChainContext context, Object source) {
        Connection<?> connection = context.getConnection();
        NextAction suspended = context.getSuspendAction();
        context.addCompletionListener(this::leave);
        context.suspend();
        switch (line.await(context, source)) {
            case AT_WORK -> goOn(context);
            case REFUSED -> refuse(context, connection);
            case WAITING -> {}
        }
        return suspended;
    }

    private void refuse(FilterChainContext context, Connection<?> connection) {
        RefusedRequests.OF_SERVER.tooMany(429, connection.getPeerAddress());
        Bodies.end(connection, tooMany);
        context.completeAndRecycle();
    }

    private void leave(FilterChainContext done) {
        line.leave(done).ifPresent(LoginFilter::goOn);
    }

    private static void goOn(FilterChainContext next) {
        next.getConnection().getTransport().getWorkerThreadPool().execute(next::resume);
    }
}
