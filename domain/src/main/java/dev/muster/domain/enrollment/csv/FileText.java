package dev.muster.domain.enrollment.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The characters of an import file, one by one, with their line. Refuses bytes that are not UTF-8 (RFC 3629), NUL, and
 * more bytes than allowed. Holds two buffers of 8 KiB, whatever the size of the file.
 */
public final class FileText {
    private static final int BUFFER = 8_192;

    /** SUBSTITUTE, which DOS wrote at the end of a text. At the end of the file it is not a part of the text. */
    private static final char END_MARK = 0x1A;

    private final InputStream file;
    private final long maxBytes;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long bytesTaken;
    private boolean ended;
    private long line = 1;
    private char previous;

    /** Reads the first bytes and skips a byte order mark. */
    public FileText(InputStream file, long maxBytes) throws IOException, ImportRefusedException {
        this.file = file;
        this.maxBytes = maxBytes;
        byte[] opening = file.readNBytes(FileOpening.LENGTH);
        countBytes(opening.length);
        int mark = FileOpening.markLength(opening);
        bytes.put(Arrays.copyOfRange(opening, mark, opening.length)).flip();
    }

    /** The line of the next character, from 1. CR, LF and CRLF end a line. */
    long line() {
        return line;
    }

    /** The next character (UTF-16 code unit), or -1 at the end. */
    int read() throws IOException, ImportRefusedException {
        if (!chars.hasRemaining() && !decode()) {
            return -1;
        }
        char c = chars.get();
        if (c == END_MARK && !chars.hasRemaining() && !decode()) {
            return -1;
        }
        if (c == 0) {
            throw new ImportRefusedException(
                    line,
                    FileFault.NUL,
                    "Line " + line
                            + " holds a NUL character, which text never does: the file is damaged, binary or UTF-16. "
                            + FileOpening.HOW_TO_SAVE);
        }
        if (c == '\r' || c == '\n' && previous != '\r') {
            line++;
        }
        previous = c;
        return c;
    }

    /** Decodes the next characters. Those before a fault are returned first, so that the error names the right line. */
    private boolean decode() throws IOException, ImportRefusedException {
        chars.clear();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (chars.position() > 0) {
                chars.flip();
                return true;
            }
            if (result.isError()) {
                throw notUtf8();
            }
            if (ended) {
                chars.flip();
                return false;
            }
            takeBytes();
        }
    }

    private void takeBytes() throws IOException, ImportRefusedException {
        bytes.compact();
        int count = file.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        if (!ended) {
            bytes.position(bytes.position() + count);
            countBytes(count);
        }
        bytes.flip();
    }

    private void countBytes(int count) throws ImportRefusedException {
        bytesTaken += count;
        if (bytesTaken > maxBytes) {
            throw new ImportRefusedException(
                    line,
                    FileFault.FILE_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The file has more bytes than allowed: %,d came before reading stopped, at most %,d are"
                                    + " allowed. Import it in parts.",
                            bytesTaken,
                            maxBytes));
        }
    }

    private ImportRefusedException notUtf8() {
        String octet = bytes.hasRemaining() ? String.format("%02X", bytes.get(bytes.position())) : "";
        return new ImportRefusedException(
                line,
                FileFault.ENCODING,
                "Line " + line + " is not UTF-8 (byte " + octet
                        + "); the file may be in windows-1252 or another older encoding. " + FileOpening.HOW_TO_SAVE);
    }
}
