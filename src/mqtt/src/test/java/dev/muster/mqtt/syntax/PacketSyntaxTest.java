package dev.muster.mqtt.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule of MQTT in each line: the packet in hexadecimal without its length, and which fault it has. */
class PacketSyntaxTest {

    private static final int V31 = 3;
    private static final int V311 = 4;
    private static final int V5 = 5;

    /** Short names, so that a rule is one line. */
    private static final Map<String, PacketFault> FAULTS =
            Map.of("M", PacketFault.MALFORMED, "P", PacketFault.PROTOCOL_ERROR, "C", PacketFault.NO_CLIENT_ID);

    /** MQTT 5.0 section 1.5.4: what is no UTF-8, surrogates, what is too long for its character, beyond Unicode, U+0000. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c3",
                "c328",
                "c080",
                "c1bf",
                "e08080",
                "e09fbf",
                "e28228",
                "eda080",
                "edbfbf",
                "f0808080",
                "f08fbfbf",
                "f4908080",
                "f5808080",
                "f8888080",
                "fe",
                "ff",
                "6100",
                "00",
                "0061"
            })
    void aTextIsWellFormed(String text) {
        String field = "%04x%s".formatted(text.length() / 2, text);
        assertFault(V5, "30 " + field + "00", "M");
        assertFault(V311, "30 " + field, "M");
        assertFault(V31, "30 " + field, "M");
        assertFault(V5, "82 0001 00" + field + "00", "M");
        assertFault(V5, "a2 0001 00" + field, "M");
        String property = "26" + field + "0000";
        assertFault(V5, "30 0001 74" + "%02x".formatted(property.length() / 2) + property, "M");
        assertFault(0, "10 0004 4d515454 05 02 003c 00" + field, "M");
        assertFault(0, "10 0004 4d515454 04 02 003c" + field, "M");
        assertFault(0, "10 0004 4d515454 05 82 003c 00 0000" + field, "M");
        assertFault(0, "10 0004 4d515454 05 06 003c 00 0000 00" + field + "0000", "M");
    }

    /** Also the first and the last character of each length, control characters, U+FEFF, U+FFFF. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "ed9fbf",
                "ee8080",
                "efbbbf",
                "efbfbf",
                "f0908080",
                "f48fbfbf"
            })
    void aTextMayHaveEveryOtherCharacter(String text) {
        String field = "%04x%s".formatted(text.length() / 2, text);
        assertFault(V5, "30 " + field + "00", "");
        assertFault(V311, "30 " + field, "");
        assertFault(0, "10 0004 4d515454 05 c2 003c 00 0000" + field + "0001 00", "");
    }

    /** The second column is for MQTT 5, the third for MQTT 3.1.1, the fourth for MQTT 3.1. */
    @ParameterizedTest
    @CsvSource({
        // reserved types, and what only a server sends (section 2.1.2)
        "00, M, M, M",
        "20 0000, P, P, P",
        "90 0001 00, P, P, P",
        "b0 0001, P, P, P",
        "d0, P, P, P",
        "f0, P, M, M",
        "f0 18 00, P, M, M",
        "10 0004 4d515454 04 02 003c 0000, P, P, P",
        // reserved flags (section 2.1.3); MQTT 3.1 does not use them
        "c1, M, M, ''",
        "e1, M, M, ''",
        "41 0001, M, M, ''",
        "80 0001 0001 74 00, M, M, ''",
        "8a 0001 00 0001 74 00, M, M, M",
        "60 0001, M, M, ''",
        "62 0001, '', '', ''",
        "f8, M, M, M",
        "18 0004 4d515454 04 02 003c 0000, M, M, P",
        // PINGREQ and DISCONNECT have no more (sections 3.12 and 3.14)
        "c0, '', '', ''",
        "c0 00, M, M, M",
        "e0, '', '', ''",
        "e0 00, '', M, M",
    })
    void typesAndFlags(String packet, String five, String three, String old) {
        assertFault(V5, packet, five);
        assertFault(V311, packet, three);
        assertFault(V31, packet, old);
    }

    @ParameterizedTest
    @CsvSource({
        // QoS 3, DUP with QoS 0, packet id 0 (sections 3.3.1 and 2.2.1)
        "36 0001 74 0001 00, M",
        "38 0001 74 00, M",
        "3a 0001 74 0001 00, ''",
        "32 0001 74 0000 00, M",
        "32 0001 74 0001 00 78, ''",
        "34 0001 74 0001 00 78, ''",
        // a field that is longer than the packet
        "30, M",
        "30 00, M",
        "30 0002 74, M",
        "30 0001 74, M",
        "32 0001 74 00, M",
        "30 0001 74 05 26 0000, M",
        // a name has no wildcard (section 4.7.1); with an alias it may be empty
        "30 0001 23 00, M",
        "30 0003 742f2b 00, M",
        "30 0002 2b74 00, M",
        "30 0000 03 230001, ''",
        // properties (section 3.3.2.3): each with its value, unknown ones, twice, no value
        "30 0001 74 02 0100, ''",
        "30 0001 74 02 0102, P",
        "30 0001 74 05 0200000001, ''",
        "30 0001 74 04 03000161, ''",
        "30 0001 74 04 08000161, ''",
        "30 0001 74 04 08000123, M",
        "30 0001 74 03 080000, M",
        "30 0001 74 05 090002c328, ''",
        "30 0001 74 02 0b01, P",
        "30 0001 74 03 230001, ''",
        "30 0001 74 0e 2600016100016226000161000162, ''",
        "30 0001 74 06 230001230001, P",
        "30 0001 74 04 01000100, P",
        "30 0001 74 02 7f00, M",
        "30 0001 74 02 1700, M",
        "30 0001 74 03 210001, M",
        "30 0001 74 02 2300, M",
        "30 0001 74 01 01, M",
        "30 0001 74 02 a301, M",
        "30 0001 74 ffffff7f, M",
        "30 0001 74 ffffffff 01, M",
        "30 0001 74 8000, M",
    })
    void publish(String packet, String five) {
        assertFault(V5, packet, five);
    }

    @ParameterizedTest
    @CsvSource({
        "36 0001 74 0001, M, M",
        "38 0001 74, M, ''",
        "32 0001 74 0000, M, M",
        "30 0001 74, '', ''",
        "32 0001 74 0001 78, '', ''",
        "30 0000 78, M, M",
        "30 0001 23, M, M",
        "30 0002 2b74, M, M",
        "30 0002 74, M, M",
    })
    void publishBeforeMqtt5(String packet, String three, String old) {
        assertFault(V311, packet, three);
        assertFault(V31, packet, old);
    }

    @ParameterizedTest
    @CsvSource({
        "40 0001, '', ''",
        "40 0000, M, M",
        "40 00, M, M",
        "40, M, M",
        "40 0001 00, '', M",
        "40 0001 10, '', M",
        "40 0001 99, '', M",
        "40 0001 42, P, M",
        "40 0001 92, P, M",
        "50 0001 91, '', M",
        "62 0001 92, '', M",
        "62 0001 87, P, M",
        "70 0001 92, '', M",
        "40 0001 00 00, '', M",
        "40 0001 00 04 1f000161, '', M",
        "40 0001 00 08 1f0001611f000161, P, M",
        "40 0001 00 03 110001, M, M",
        "40 0001 00 ff, M, M",
        "40 0001 00 00 c0, M, M",
    })
    void answersToPublish(String packet, String five, String three) {
        assertFault(V5, packet, five);
        assertFault(V311, packet, three);
    }

    @ParameterizedTest
    @CsvSource({
        "82 0001 00 0001 74 00, ''",
        "82 0001 00 0001 74 2e, ''",
        "82 0000 00 0001 74 00, M",
        "82 0001 00, P",
        "82 0001, M",
        "82 0001 00 0001 74, M",
        "82 0001 00 0001 74 03, P",
        "82 0001 00 0001 74 30, P",
        "82 0001 00 0001 74 40, M",
        "82 0001 00 0001 74 80, M",
        "82 0001 00 000a 2473686172652f612f74 00, ''",
        "82 0001 00 000a 2473686172652f612f74 04, P",
        "82 0001 02 0b01 0001 74 00, ''",
        "82 0001 02 0b00 0001 74 00, P",
        "82 0001 04 0b010b01 0001 74 00, P",
        "82 0001 03 230001 0001 74 00, M",
        "a2 0001 00 0001 74, ''",
        "a2 0000 00 0001 74, M",
        "a2 0001 00, P",
        "a2 0001 02 0b01 0001 74, M",
        "a2 0001 05 2600000000 0001 74, ''",
        "a2 0001 00 0002 74, M",
    })
    void subscribeAndUnsubscribe(String packet, String five) {
        assertFault(V5, packet, five);
    }

    @ParameterizedTest
    @CsvSource({
        "82 0001 0001 74 00, '', ''",
        "82 0001 0001 74 02, '', ''",
        "82 0001 0001 74 03, M, M",
        "82 0001 0001 74 04, M, ''",
        "82 0000 0001 74 00, M, M",
        "82 0001, P, P",
        "a2 0001 0001 74, '', ''",
        "a2 0001, P, P",
    })
    void subscribeAndUnsubscribeBeforeMqtt5(String packet, String three, String old) {
        assertFault(V311, packet, three);
        assertFault(V31, packet, old);
    }

    /** MQTT 5.0 section 4.7.1. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a#", "#/a", "a/#/b", "a/b#", "##", "a+", "+a", "a/+b/c", "a/b+", "++", "#+"})
    void aWildcardIsAWholeLevel(String filter) {
        assertFault(V5, "82 0001 00" + text(filter) + "00", "M");
        assertFault(V311, "82 0001" + text(filter) + "00", "M");
        assertFault(V5, "a2 0001 00" + text(filter), "M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "+", "/", "a/#", "+/#", "+/+", "/+", "a/+/b", "$SYS/#", "//"})
    void aFilterMayHaveWildcards(String filter) {
        assertFault(V5, "82 0001 00" + text(filter) + "00", "");
        assertFault(V311, "82 0001" + text(filter) + "00", "");
        assertFault(V5, "a2 0001 00" + text(filter), "");
    }

    @ParameterizedTest
    @CsvSource({
        "e0 04, ''",
        "e0 04 00, ''",
        "e0 00 05 1100000000, ''",
        "e0 00 04 1f000161, ''",
        "e0 8e, P",
        "e0 01, P",
        "e0 00 05 1100000001, P",
        "e0 00 04 1c000161, P",
        "e0 00 05 11, M",
        "e0 00 00 00, M",
        "e0 00 02 2501, M",
    })
    void disconnect(String packet, String five) {
        assertFault(V5, packet, five);
    }

    @Test
    void onlyASessionThatOutlivesItsConnectionMayLiveLonger() {
        PacketSyntax syntax = new PacketSyntax();
        assertThat(syntax.faultOf(packet("10 0004 4d515454 05 02 003c 05 1100000e10 0000")))
                .isEmpty();
        assertThat(syntax.faultOf(packet("e0 00 05 1100000001"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10 0004 4d515454 05 02 003c 00 0000, ''",
        "10 0004 4d515454 04 02 003c 0000, ''",
        "10 0006 4d5149736470 03 02 003c 0001 61, ''",
        // what the decoder refuses: another version
        "10 0004 4d515454 06 03 003c 0000, ''",
        "10 0004 4d515454 03 02 003c 0000, ''",
        "10 0006 4d5149736470 04 02 003c 0000, ''",
        // flags: reserved, will without will, QoS 3, a password without a user name
        "10 0004 4d515454 05 03 003c 00 0000, M",
        "10 0004 4d515454 04 03 003c 0000, M",
        "10 0006 4d5149736470 03 03 003c 0001 61, ''",
        "10 0004 4d515454 04 0a 003c 0000, M",
        "10 0004 4d515454 05 22 003c 00 0000, M",
        "10 0006 4d5149736470 03 0a 003c 0001 61, ''",
        "10 0004 4d515454 04 1e 003c 0000 0001 74 0000, M",
        "10 0004 4d515454 04 16 003c 0000 0001 74 0000, ''",
        "10 0004 4d515454 04 42 003c 0000 0001 70, M",
        "10 0006 4d5149736470 03 42 003c 0001 61 0001 70, M",
        "10 0004 4d515454 05 42 003c 00 0000 0001 70, ''",
        // an empty client id with a session that lives on
        "10 0004 4d515454 04 00 003c 0000, C",
        "10 0004 4d515454 04 00 003c 0001 61, ''",
        "10 0004 4d515454 05 00 003c 00 0000, ''",
        // too short and too long
        "10, M",
        "10 0004 4d515454, M",
        "10 0004 4d515454 05, M",
        "10 0004 4d515454 05 02 00, M",
        "10 0004 4d515454 05 02 003c, M",
        "10 0004 4d515454 05 02 003c 00, M",
        "10 0004 4d515454 05 82 003c 00 0000, M",
        "10 0004 4d515454 05 c2 003c 00 0000 0000 00c0, M",
        "10 0004 4d515454 05 02 003c 00 0000 00, M",
        "10 0004 4d515454 04 02 003c 0000 00, M",
        // the will
        "10 0004 4d515454 04 06 003c 0000 0001 74 0001 00, ''",
        "10 0004 4d515454 04 06 003c 0000 0001 23 0000, M",
        "10 0004 4d515454 04 06 003c 0000 0000 0000, M",
        "10 0004 4d515454 05 06 003c 00 0000 00 0001 74 0000, ''",
        "10 0004 4d515454 05 06 003c 00 0000 05 1800000001 0001 74 0000, ''",
        "10 0004 4d515454 05 06 003c 00 0000 03 230001 0001 74 0000, M",
        "10 0004 4d515454 05 06 003c 00 0000 04 01000100 0001 74 0000, P",
        // properties
        "10 0004 4d515454 05 02 003c 03 210001 0000, ''",
        "10 0004 4d515454 05 02 003c 03 210000 0000, P",
        "10 0004 4d515454 05 02 003c 06 210001210001 0000, P",
        "10 0004 4d515454 05 02 003c 05 2700000000 0000, P",
        "10 0004 4d515454 05 02 003c 05 2700000001 0000, ''",
        "10 0004 4d515454 05 02 003c 02 1702 0000, P",
        "10 0004 4d515454 05 02 003c 02 1902 0000, P",
        "10 0004 4d515454 05 02 003c 04 17011900 0000, ''",
        "10 0004 4d515454 05 02 003c 03 220000 0000, ''",
        "10 0004 4d515454 05 02 003c 04 15000161 0000, ''",
        "10 0004 4d515454 05 02 003c 04 16000161 0000, P",
        "10 0004 4d515454 05 02 003c 08 1500016116000161 0000, ''",
        "10 0004 4d515454 05 02 003c 02 2401 0000, M",
        "10 0004 4d515454 05 02 003c 05 1800000001 0000, M",
        "10 0004 4d515454 05 02 003c 80 00 0000, M",
    })
    void connect(String packet, String fault) {
        assertFault(0, packet, fault);
    }

    /** MQTT 5.0 section 1.5.5; MQTT 3.1.1 has no such rule. */
    @Test
    void aLengthHasAsFewDigitsAsCanBe() {
        assertThat(after(V5).faultOf(bytes("c08000"))).contains(PacketFault.MALFORMED);
        assertThat(after(V311).faultOf(bytes("c08000"))).isEmpty();
        assertThat(new PacketSyntax().faultOf(bytes("108d00 0004 4d515454 05 02 003c 00 0000")))
                .contains(PacketFault.MALFORMED);
        assertThat(new PacketSyntax().faultOf(bytes("108c00 0004 4d515454 04 02 003c 0000")))
                .isEmpty();
    }

    /** The connection ends for another reason. */
    @Test
    void beforeTheConnectNothingIsSaid() {
        PacketSyntax syntax = new PacketSyntax();
        assertThat(syntax.faultOf(packet("00"))).isEmpty();
        assertThat(syntax.faultOf(packet("30 00"))).isEmpty();
        assertThat(syntax.isVersion5()).isFalse();
        assertThat(syntax.faultOf(packet("10 0004 4d515454 05 03"))).isPresent();
        assertThat(syntax.isVersion5()).isTrue();
    }

    @Test
    void theTimeIsThatOfTheBytes() {
        ByteBuf large = Unpooled.buffer();
        large.writeBytes(bytes("82 0001 00".replace(" ", "")));
        for (int i = 0; i < 250_000; i++) {
            large.writeBytes(new byte[] {0, 1, '/', 0});
        }
        byte[] body = new byte[large.readableBytes() - 1];
        large.skipBytes(1).readBytes(body);
        ByteBuf packet = packet("82" + HexFormat.of().formatHex(body));
        long begin = System.nanoTime();
        assertThat(after(V5).faultOf(packet)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    /**
     * @param version that of the CONNECT before it; 0 if the packet is the first
     * @param fault M, P or C; empty if there is none
     */
    private static void assertFault(int version, String packet, String fault) {
        ByteBuf bytes = packet(packet);
        Optional<PacketFault> found = (version == 0 ? new PacketSyntax() : after(version)).faultOf(bytes);
        assertThat(found).as("%s of version %d", packet, version).isEqualTo(Optional.ofNullable(FAULTS.get(fault)));
        assertThat(bytes.readerIndex()).isZero();
    }

    private static PacketSyntax after(int version) {
        PacketSyntax syntax = new PacketSyntax();
        String connect =
                version == V31 ? "10 0006 4d5149736470 03 02 003c 0001 61" : "10 0004 4d515454 0%d 02 003c %s 0000";
        assertThat(syntax.faultOf(packet(connect.formatted(version, version == V5 ? "00" : ""))))
                .isEmpty();
        return syntax;
    }

    private static String text(String text) {
        return "%04x%s".formatted(text.length(), HexFormat.of().formatHex(text.getBytes()));
    }

    /** With its length behind the first octet. */
    private static ByteBuf packet(String hex) {
        byte[] all = HexFormat.of().parseHex(hex.replace(" ", ""));
        ByteBuf packet = Unpooled.buffer().writeByte(all[0]);
        int rest = all.length - 1;
        do {
            int digit = rest & 127;
            rest >>= 7;
            packet.writeByte(rest > 0 ? digit | 128 : digit);
        } while (rest > 0);
        return packet.writeBytes(all, 1, all.length - 1);
    }

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
