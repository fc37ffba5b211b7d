package dev.muster.launcher.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows one connection and finds where each request begins and ends. It passes on whole heads, the octets of bodies,
 * and whole lines between chunks. The first octets with another reading are replaced by something that the server
 * refuses, and nothing after them is passed on. So requests that came before are still answered, in their order.
 */
final class RequestFraming {

    /** As the server allows. */
    static final int MOST_HEAD = 8_192;

    private static final int MOST_CHUNK_LINE = 256;

    /** A method that no request of a client can have: {@link RefusalFilter} answers it. */
    static final String REFUSED = "(";

    /** The server finds no chunk's length in it. */
    private static final byte[] NO_CHUNK = "?\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /** RFC 9112 section 7.1. The server does not see the extension: it would refuse it, but has to ignore it. */
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})(;[\\t\\x20-\\x7e\\x80-\\xff]*)?");

    private enum State {
        HEAD,
        BODY,
        CHUNK_LINE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        BROKEN
    }

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private State state = State.HEAD;

    private int lineStart;

    private int lines;

    private boolean afterCr;

    private long remaining;

    private boolean isBodyRefused;

    /** Whether the refused octets are those of a body, so that {@link RefusalFilter} does not see the refusal. */
    synchronized boolean isBodyRefused() {
        return isBodyRefused;
    }

    /** Takes so many octets as a part of a body, if they are. */
    synchronized boolean isInside(int octets) {
        if (state != State.BODY || octets > remaining) {
            return false;
        }
        take(octets);
        return true;
    }

    /** Returns what the server may see; nothing after a refusal. */
    synchronized byte[] pass(byte[] octets) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream(octets.length + held.size());
        int next = 0;
        while (next < octets.length && state != State.BROKEN) {
            if (state == State.BODY || state == State.CHUNK) {
                int inside = (int) Math.min(remaining, octets.length - next);
                passed.write(octets, next, inside);
                take(inside);
                next += inside;
            } else {
                hold(octets[next], passed);
                next++;
            }
        }
        return passed.toByteArray();
    }

    private void take(int octets) {
        remaining -= octets;
        if (remaining == 0) {
            state = state == State.BODY ? State.HEAD : State.CHUNK_END;
        }
    }

    private void hold(byte octet, ByteArrayOutputStream passed) {
        held.write(octet);
        if (octet == '\n' && afterCr) {
            afterCr = false;
            endLine(passed);
        } else if (octet == '\n' || afterCr || octet == 0) {
            refuse(RequestHead.BAD_REQUEST, passed);
        } else {
            afterCr = octet == '\r';
            if (held.size() >= (state == State.CHUNK_LINE ? MOST_CHUNK_LINE : MOST_HEAD)) {
                refuse(RequestHead.FIELDS_TOO_LARGE, passed);
            } else if (state == State.CHUNK_END && octet != '\r') {
                refuse(RequestHead.BAD_REQUEST, passed);
            }
        }
    }

    private void endLine(ByteArrayOutputStream passed) {
        if (++lines > RequestHead.MOST_FIELDS + 2) { // the first line, the fields and the empty line
            refuse(RequestHead.FIELDS_TOO_LARGE, passed);
            return;
        }
        byte[] all = held.toByteArray();
        String line = new String(all, lineStart, all.length - lineStart - 2, StandardCharsets.ISO_8859_1);
        switch (state) {
            case HEAD -> endLineOfHead(line, all, passed);
            case CHUNK_LINE -> endLineOfChunk(line, passed);
            case CHUNK_END -> release(all, State.CHUNK_LINE, passed);
            case TRAILER -> endLineOfTrailer(line, all, passed);
            default -> throw new IllegalStateException(state.name());
        }
    }

    private void endLineOfHead(String line, byte[] all, ByteArrayOutputStream passed) {
        if (!line.isEmpty()) {
            lineStart = all.length;
        } else if (lineStart == 0) {
            forget(); // RFC 9112 section 2.2: an empty line before a request is not part of it
        } else {
            RequestHead head = RequestHead.of(all);
            if (head.fault() != 0) {
                refuse(head.fault(), passed);
                return;
            }
            remaining = head.length();
            State body = remaining > 0 ? State.BODY : State.HEAD;
            release(all, head.isChunked() ? State.CHUNK_LINE : body, passed);
        }
    }

    private void endLineOfChunk(String line, ByteArrayOutputStream passed) {
        Matcher chunk = CHUNK.matcher(line);
        if (!chunk.matches()) {
            refuse(RequestHead.BAD_REQUEST, passed);
            return;
        }
        byte[] bare = (chunk.group(1) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        remaining = Long.parseLong(chunk.group(1), 16);
        if (remaining == 0) {
            held.reset();
            held.writeBytes(bare);
            state = State.TRAILER;
            lineStart = bare.length;
        } else {
            release(bare, State.CHUNK, passed);
        }
    }

    private void endLineOfTrailer(String line, byte[] all, ByteArrayOutputStream passed) {
        if (line.isEmpty()) {
            release(all, State.HEAD, passed);
        } else if (RequestHead.isField(line)) {
            lineStart = all.length;
        } else {
            refuse(RequestHead.BAD_REQUEST, passed);
        }
    }

    private void release(byte[] all, State next, ByteArrayOutputStream passed) {
        passed.writeBytes(all);
        forget();
        state = next;
    }

    private void refuse(int status, ByteArrayOutputStream passed) {
        if (state == State.HEAD) {
            passed.writeBytes((REFUSED + status + " / HTTP/1.1\r\nHost: refused\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        } else {
            if (state == State.CHUNK_END) {
                passed.writeBytes(LINE_END);
            }
            passed.writeBytes(NO_CHUNK);
            isBodyRefused = true;
        }
        forget();
        state = State.BROKEN;
    }

    private void forget() {
        held.reset();
        lineStart = 0;
        lines = 0;
    }
}
