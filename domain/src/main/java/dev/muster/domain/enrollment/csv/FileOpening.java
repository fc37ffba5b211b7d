package dev.muster.domain.enrollment.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What the first bytes of a file say about it: a byte order mark, or the signature of a file that is not CSV. */
public final class FileOpening {
    /** The number of bytes that this class looks at. */
    public static final int LENGTH = 8;

    static final String HOW_TO_SAVE =
            "Save it as CSV UTF-8: in Excel by File, Save As, \"CSV UTF-8 (Comma delimited)\";"
                    + " in LibreOffice by File, Save As, Text CSV with the character set Unicode (UTF-8).";

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Byte order marks of Unicode's other forms (Unicode Standard, section 23.8); UTF-32LE begins as UTF-16LE does. */
    private static final List<byte[]> OTHER_MARKS = List.of(bytes("FFFE"), bytes("FEFF"), bytes("0000FEFF"));

    private static final List<Signature> NOT_TEXT = List.of(
            new Signature(bytes("504B0304"), "a ZIP archive or an Excel workbook (.xlsx)"),
            new Signature(bytes("504B0506"), "an empty ZIP archive"),
            new Signature(bytes("1F8B"), "a gzip file"),
            new Signature(bytes("D0CF11E0"), "an old Excel workbook (.xls)"),
            new Signature(bytes("377ABCAF"), "a 7z archive"),
            new Signature(bytes("28B52FFD"), "a zstd file"),
            new Signature(bytes("FD377A585A"), "an xz file"),
            new Signature("BZh".getBytes(StandardCharsets.US_ASCII), "a bzip2 file"),
            new Signature("%PDF".getBytes(StandardCharsets.US_ASCII), "a PDF"),
            new Signature(bytes("89504E47"), "an image"),
            new Signature(bytes("FFD8FF"), "an image"));

    private FileOpening() {}

    /** The length of UTF-8's byte order mark in the opening: 3 if it is there, otherwise 0. */
    static int markLength(byte[] opening) throws ImportRefusedException {
        for (Signature signature : NOT_TEXT) {
            if (startsWith(opening, signature.bytes())) {
                throw new ImportRefusedException(1, FileFault.NOT_TEXT, notText(signature.name()));
            }
        }
        for (byte[] mark : OTHER_MARKS) {
            if (startsWith(opening, mark)) {
                throw new ImportRefusedException(
                        1, FileFault.ENCODING, "The file is UTF-16 or UTF-32 text; UTF-8 is needed. " + HOW_TO_SAVE);
            }
        }
        return startsWith(opening, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    }

    private static String notText(String name) {
        return "The file is " + name + ", not CSV text. Unpack it, or open it and save the sheet. " + HOW_TO_SAVE;
    }

    private static boolean startsWith(byte[] opening, byte[] start) {
        return opening.length >= start.length && Arrays.equals(opening, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private record Signature(byte[] bytes, String name) {}
}
