package dev.muster.mqtt.syntax;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of a packet, one after the other (MQTT 5.0 section 1.5). Each method throws a {@link FaultException} if the
 * next field does not have its form. The time and the memory are those of the bytes.
 */
final class Fields {

    private static final int CONTINUES = 0x80;
    private static final int DIGIT_BITS = 7;
    private static final int DIGITS = 4;

    private final ByteBuf bytes;

    /** @param bytes are read, and stay those of the caller */
    Fields(ByteBuf bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return bytes.isReadable();
    }

    /** The packet has nothing behind its fields. */
    void end() {
        if (hasMore()) {
            throw FaultException.malformed();
        }
    }

    int octet() {
        need(Byte.BYTES);
        return bytes.readUnsignedByte();
    }

    /** Two octets. */
    int number() {
        need(Short.BYTES);
        return bytes.readUnsignedShort();
    }

    /** Four octets. */
    long longNumber() {
        need(Integer.BYTES);
        return bytes.readUnsignedInt();
    }

    /** The id of a packet that is answered, or of the answer (MQTT 5.0 section 2.2.1). */
    void packetId() {
        if (number() == 0) {
            throw FaultException.malformed();
        }
    }

    /** One to four digits, as few as can be (MQTT 5.0 section 1.5.5). */
    int variableNumber() {
        int value = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = octet();
            value |= (digit & ~CONTINUES) << DIGIT_BITS * i;
            if ((digit & CONTINUES) == 0) {
                if (digit == 0 && i > 0) {
                    throw FaultException.malformed();
                }
                return value;
            }
        }
        throw FaultException.malformed();
    }

    void binary() {
        int length = number();
        need(length);
        bytes.skipBytes(length);
    }

    /** Everything that is left, whatever it is. */
    void rest() {
        bytes.skipBytes(bytes.readableBytes());
    }

    /** Well-formed UTF-8 without U+0000 and without surrogates (MQTT 5.0 section 1.5.4). */
    String text() {
        int length = number();
        need(length);
        int from = bytes.readerIndex();
        if (!ByteBufUtil.isText(bytes, from, length, StandardCharsets.UTF_8)
                || bytes.indexOf(from, from + length, (byte) 0) >= 0) {
            throw FaultException.malformed();
        }
        return bytes.readCharSequence(length, StandardCharsets.UTF_8).toString();
    }

    /** Other fields, which have their length before them. */
    Fields part() {
        int length = variableNumber();
        need(length);
        return new Fields(bytes.readSlice(length));
    }

    private void need(int length) {
        if (bytes.readableBytes() < length) {
            throw FaultException.malformed();
        }
    }
}
