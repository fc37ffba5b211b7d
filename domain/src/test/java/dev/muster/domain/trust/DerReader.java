package dev.muster.domain.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** One value in DER (X.690). This class reads the octets itself and trusts no library. */
public record DerReader(byte[] whole, int tag, byte[] content) {

    /** The value that these octets encode; they encode no second value. */
    public static DerReader of(byte[] octets) {
        List<DerReader> values = all(octets);
        if (values.size() != 1) {
            throw new AssertionError("not one value");
        }
        return values.get(0);
    }

    public List<DerReader> children() {
        return all(content);
    }

    public DerReader child(int index) {
        return children().get(index);
    }

    /** Tag, length and content in hexadecimal, lower case. */
    public String hex() {
        return hex(whole);
    }

    public static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** In dotted form (X.690 section 8.19). */
    public String oid() {
        StringBuilder dotted = new StringBuilder();
        long arc = 0;
        for (byte octet : content) {
            arc = arc << 7 | octet & 0x7f;
            if (octet >= 0) {
                dotted.append(dotted.isEmpty() ? arc / 40 + "." + arc % 40 : "." + arc);
                arc = 0;
            }
        }
        return dotted.toString();
    }

    /** UTCTime through 2049, GeneralizedTime from 2050, both in seconds and Z (RFC 5280 section 4.1.2.5). */
    public Instant time() {
        String digits = switch (tag) {
            case 0x17 -> (text().charAt(0) < '5' ? "20" : "19") + text();
            case 0x18 -> text();
            default -> throw new AssertionError("no time: " + hex());
        };
        Instant time = LocalDateTime.parse(digits, DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'"))
                .toInstant(ZoneOffset.UTC);
        if ((tag == 0x18) != (time.atZone(ZoneOffset.UTC).getYear() >= 2050)) {
            throw new AssertionError("a time of the wrong type: " + hex());
        }
        return time;
    }

    private static List<DerReader> all(byte[] octets) {
        List<DerReader> values = new ArrayList<>();
        int at = 0;
        while (at < octets.length) {
            DerReader value = at(octets, at);
            values.add(value);
            at += value.whole.length;
        }
        return values;
    }

    private static DerReader at(byte[] octets, int start) {
        int lengthOctets = octets[start + 1] >= 0 ? 0 : octets[start + 1] & 0x7f;
        int length = octets[start + 1];
        if (lengthOctets > 0) {
            length = 0;
            for (int i = 0; i < lengthOctets; i++) {
                length = length << 8 | octets[start + 2 + i] & 0xff;
            }
        }
        int content = start + 2 + lengthOctets;
        return new DerReader(
                Arrays.copyOfRange(octets, start, content + length),
                octets[start] & 0xff,
                Arrays.copyOfRange(octets, content, content + length));
    }
}
