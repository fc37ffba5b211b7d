package dev.muster.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made to harm, written while they are sent: none of them is ever in the memory of the test. */
final class HostileFile {

    static final String HEADER = "uniqueIdentifier,deviceName,deviceType\n";

    private static final int MEBIBYTE = 1 << 20;

    private HostileFile() {}

    static BodyPublisher cellOf64Mebibytes() {
        return file(text(HEADER + ImportFile.imei(1) + ","), repeated("x", 64L * MEBIBYTE), text(",STANDALONE\n"));
    }

    static BodyPublisher rowOf100_000Cells() {
        return file(text(HEADER + ImportFile.imei(1)), repeated(",x", 99_999), text("\n"));
    }

    static BodyPublisher headerOf100_000Columns() {
        return file(text("uniqueIdentifier"), repeated(",x", 99_999), text("\n" + ImportFile.imei(1) + "\n"));
    }

    static BodyPublisher quoteOpenOver16Mebibytes() {
        String valid = ImportFile.imei(1) + ",one,STANDALONE\n";
        return file(text(HEADER + valid + ImportFile.imei(2) + ",\""), repeated("a,b\n", 4L * MEBIBYTE));
    }

    /** Of rows that are valid, but for their number. */
    static BodyPublisher rows(int count) {
        return file(text(HEADER), new Rows(count));
    }

    /** Over 256 MiB in few rows: of 90 columns that nobody knows. */
    static BodyPublisher over256Mebibytes() {
        String unknown = String.join(
                ",", Stream.iterate(0, i -> i + 1).limit(90).map(i -> "c" + i).toList());
        String cells = ("," + "y".repeat(1_000)).repeat(90) + "\n";
        String row = ImportFile.imei(1) + ",one,STANDALONE" + cells;
        return file(text(HEADER.strip() + "," + unknown + "\n"), repeated(row, 257L * MEBIBYTE / row.length()));
    }

    static BodyPublisher of(String text, Charset charset) {
        return BodyPublishers.ofByteArray(text.getBytes(charset));
    }

    static BodyPublisher withByte(int octet) {
        byte[] file = (HEADER + ImportFile.imei(1) + ",one,STANDALONE\n" + ImportFile.imei(2) + ",t?o,STANDALONE\n")
                .getBytes(StandardCharsets.US_ASCII);
        file[new String(file, StandardCharsets.US_ASCII).indexOf('?')] = (byte) octet;
        return BodyPublishers.ofByteArray(file);
    }

    /** Some KiB that would unpack to 64 MiB. */
    static byte[] gzipBomb() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            repeated("x", 64L * MEBIBYTE).transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bomb.toByteArray();
    }

    static byte[] zipBomb() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("devices.csv"));
            repeated("x", 64L * MEBIBYTE).transferTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bomb.toByteArray();
    }

    /** The parts one after the other, of a length that is not announced. */
    static BodyPublisher file(InputStream... parts) {
        Enumeration<InputStream> all = Collections.enumeration(List.of(parts));
        return BodyPublishers.ofInputStream(() -> new SequenceInputStream(all));
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static InputStream repeated(String text, long times) {
        String piece = text.repeat(1 + (1 << 14) / text.length());
        return new Repeated(piece.getBytes(StandardCharsets.US_ASCII), text.length() * times);
    }

    /** A piece of text over and over; a long one, because what is read at once is sent at once. */
    private static final class Repeated extends InputStream {

        private final byte[] piece;
        private final long length;
        private long position;

        Repeated(byte[] piece, long length) {
            this.piece = piece;
            this.length = length;
        }

        @Override
        public int read() {
            return position == length ? -1 : piece[(int) (position++ % piece.length)] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            if (position == length) {
                return -1;
            }
            int start = (int) (position % piece.length);
            int count = (int) Math.min(Math.min(wanted, piece.length - start), length - position);
            System.arraycopy(piece, start, buffer, offset, count);
            position += count;
            return count;
        }
    }

    /** Rows that are all different. */
    private static final class Rows extends InputStream {

        private final int count;
        private int made;
        private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);

        Rows(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            return more() ? current.read() : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            return more() ? current.read(buffer, offset, wanted) : -1;
        }

        private boolean more() {
            while (current.available() == 0 && made < count) {
                StringBuilder rows = new StringBuilder();
                for (int i = 0; i < 1_000 && made < count; i++) {
                    String number = Integer.toString(++made);
                    rows.append('A').append(number).append(",n").append(number).append(",STANDALONE\n");
                }
                current = new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.US_ASCII));
            }
            return current.available() > 0;
        }
    }
}
