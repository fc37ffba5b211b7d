package dev.muster.domain.shared.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Decodes the bytes of a JSON text: UTF-8 without repair and without a byte order mark (RFC 8259 section 8.1). */
final class JsonText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Bytes of a character in UTF-32. */
    private static final int WIDEST = 4;

    private JsonText() {}

    /** @throws MalformedRequestException if it is not such a text; its message says how to write it */
    static String decode(byte[] utf8) throws MalformedRequestException {
        if (utf8.length == 0) {
            throw new MalformedRequestException("The JSON is empty: it has no bytes.");
        }
        if (isWide(utf8)) {
            throw new MalformedRequestException("The JSON is written in UTF-16 or UTF-32; write it in UTF-8.");
        }
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        // a new decoder reports what is malformed; String's constructor would repair it
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (!result.isUnderflow() || in.hasRemaining()) {
            throw new MalformedRequestException(
                    "The JSON is not UTF-8 at " + JsonPlace.of(text, text.length()) + "; write all text in UTF-8.");
        }
        if (text.charAt(0) == BYTE_ORDER_MARK) {
            throw new MalformedRequestException("The JSON begins with a UTF-8 byte order mark at byte offset 0"
                    + " (the bytes EF BB BF); send it without these three bytes.");
        }
        return text;
    }

    /** JSON begins with an ASCII character: a byte order mark, or zeros beside it, show units of two or four bytes. */
    private static boolean isWide(byte[] text) {
        boolean marked = text.length > 1 && (text[0] & text[1] & 0xff) == 0xfe && text[0] != text[1];
        if (marked || text.length < WIDEST) {
            return marked;
        }
        long zeros = IntStream.range(0, WIDEST).filter(i -> text[i] == 0).count();
        return zeros > 1 && (text[0] == 0 || text[1] == 0);
    }
}
