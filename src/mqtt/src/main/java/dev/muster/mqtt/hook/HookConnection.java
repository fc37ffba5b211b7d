package dev.muster.mqtt.hook;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.mqtt.channel.BrokenConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * One connection of a broker. EMQX sends further requests before it has the first answer (RFC 9112 section 9.3.2), so they
 * wait here, and are answered in their order. All methods are called on the event loop of the connection.
 */
final class HookConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String AUTHENTICATE = "/internal/mqtt/authenticate";

    private static final String AUTHORIZE = "/internal/mqtt/authorize";

    /** EMQX sends up to 100 by default. */
    private static final int WAITING = 256;

    private final HookDesk desk;
    private final Executor workers;
    private final Queue<Supplier<FullHttpResponse>> waiting = new ArrayDeque<>();

    private String peer = "";
    private boolean isWorking;
    private boolean isLast;

    /** @param workers run what opens transactions; they refuse it if too much waits */
    HookConnection(HookDesk desk, Executor workers) {
        this.desk = desk;
        this.workers = workers;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        peer = HookListener.address(context.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (isLast || waiting.size() >= WAITING) {
            context.close();
            return;
        }
        isLast = !HttpUtil.isKeepAlive(request) || request.decoderResult().isFailure();
        waiting.add(work(request));
        next(context);
    }

    /** What is to be done for a request, later and on another thread. */
    private Supplier<FullHttpResponse> work(FullHttpRequest request) {
        HttpResponseStatus fault = fault(request);
        if (fault != null) {
            return () -> refused(fault);
        }
        boolean isConnect = request.uri().equals(AUTHENTICATE);
        try {
            HookQuestion question = HookReader.read(request);
            return () -> answer(question, isConnect);
        } catch (MalformedRequestException e) {
            return () -> refused(HttpResponseStatus.BAD_REQUEST);
        }
    }

    private static HttpResponseStatus fault(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return HttpResponseStatus.BAD_REQUEST;
        }
        if (!request.uri().equals(AUTHENTICATE) && !request.uri().equals(AUTHORIZE)) {
            return HttpResponseStatus.NOT_FOUND;
        }
        if (!request.method().equals(HttpMethod.POST)) {
            return HttpResponseStatus.METHOD_NOT_ALLOWED;
        }
        return HookReader.isKnown(request) ? null : HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE;
    }

    private FullHttpResponse answer(HookQuestion question, boolean isConnect) {
        try {
            HookAnswer answer = isConnect ? desk.authenticate(question, peer) : desk.authorize(question);
            FullHttpResponse response = response(HttpResponseStatus.OK, answer.body(question.form()));
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, question.form().answerType());
            return response;
        } catch (MalformedRequestException e) {
            return refused(HttpResponseStatus.BAD_REQUEST);
        }
    }

    private FullHttpResponse refused(HttpResponseStatus status) {
        RefusedQuestions.note(status.codeAsText().toString(), peer);
        FullHttpResponse response = response(status, "");
        if (status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().set(HttpHeaderNames.ALLOW, HttpMethod.POST.name());
        }
        return response;
    }

    private static FullHttpResponse response(HttpResponseStatus status, String body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)));
        HttpUtil.setContentLength(response, response.content().readableBytes());
        return response;
    }

    private void next(ChannelHandlerContext context) {
        if (isWorking || waiting.isEmpty()) {
            return;
        }
        isWorking = true;
        Supplier<FullHttpResponse> work = waiting.remove();
        try {
            workers.execute(() -> {
                FullHttpResponse response = done(work);
                context.executor().execute(() -> send(context, response));
            });
        } catch (RejectedExecutionException busy) {
            send(context, refused(HttpResponseStatus.SERVICE_UNAVAILABLE));
        }
    }

    private FullHttpResponse done(Supplier<FullHttpResponse> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            HookListener.unexpected(e);
            return refused(HttpResponseStatus.INTERNAL_SERVER_ERROR);
        }
    }

    private void send(ChannelHandlerContext context, FullHttpResponse response) {
        isWorking = false;
        if (isLast && waiting.isEmpty()) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.writeAndFlush(response);
            next(context);
        }
    }

    /** Most of them are handshakes that TLS has refused, and connections that have broken off. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        BrokenConnection.reason(cause).ifPresent(reason -> RefusedQuestions.note(reason, peer));
        context.close();
    }
}
