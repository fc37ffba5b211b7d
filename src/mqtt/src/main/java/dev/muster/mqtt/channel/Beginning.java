package dev.muster.mqtt.channel;

/**
 * The first bytes of a connection: of a CONNECT (MQTT 5.0 section 3.1, MQTT 3.1.1 section 3.1), or of the GET of a WebSocket (RFC
 * 6455). The broker takes everything else for a protocol of its own, and logs an error.
 */
final class Beginning {

    private static final int CONNECT = 0x10;

    private static final int CONTINUES = 0x80;

    /** A length of four digits is that of a packet of 2 MiB and more (MQTT 5.0 section 1.5.5). */
    private static final int LENGTH_DIGITS = 3;

    private static final String GET = "GET ";

    /** Both names of the protocol begin with it: MQTT and MQIsdp. */
    private static final String NAME = "MQ";

    private static final int NAME_BYTES = 4;

    private static final int OLD_NAME_BYTES = 6;

    private enum Part {
        TYPE,
        GET,
        LENGTH,
        NAME_LENGTH_HIGH,
        NAME_LENGTH_LOW,
        NAME,
        END
    }

    private Part next = Part.TYPE;
    private int digits;

    /** How many characters of a text have come. */
    private int characters;

    /** Whether these were enough bytes. */
    boolean isOver() {
        return next == Part.END;
    }

    /** Whether the next byte may be this one. */
    boolean accepts(int octet) {
        switch (next) {
            case TYPE -> {
                if (octet == CONNECT) {
                    next = Part.LENGTH;
                    return true;
                }
                next = Part.GET;
                return isNextOf(GET, octet);
            }
            case GET -> {
                return isNextOf(GET, octet);
            }
            case LENGTH -> {
                digits++;
                boolean isLast = (octet & CONTINUES) == 0;
                next = isLast ? Part.NAME_LENGTH_HIGH : Part.LENGTH;
                return isLast || digits < LENGTH_DIGITS;
            }
            case NAME_LENGTH_HIGH -> {
                next = Part.NAME_LENGTH_LOW;
                return octet == 0;
            }
            case NAME_LENGTH_LOW -> {
                next = Part.NAME;
                return octet == NAME_BYTES || octet == OLD_NAME_BYTES;
            }
            case NAME -> {
                return isNextOf(NAME, octet);
            }
            default -> {
                return true;
            }
        }
    }

    private boolean isNextOf(String text, int octet) {
        boolean isRight = octet == text.charAt(characters);
        characters++;
        if (characters == text.length()) {
            next = Part.END;
        }
        return isRight;
    }
}
