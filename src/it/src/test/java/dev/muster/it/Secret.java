package dev.muster.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One form of something that must not be kept.
 *
 * @param name what a failed test calls it
 * @param bytes what is looked for
 */
record Secret(String name, byte[] bytes) {

    private static final int PEM_LINE_BYTES = 48;

    /** A text as it is. */
    static Secret text(String name, String text) {
        return new Secret(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The token's characters, and the bytes that they stand for. */
    static List<Secret> ofToken(String token) {
        byte[] raw = Base64.getUrlDecoder().decode(token);
        return List.of(text("access token", token), new Secret("access token, raw", raw), hex("access token", raw));
    }

    /**
     * The secret numbers of the key, raw and in hexadecimal, and the lines of its PEM that have something of them; its
     * other lines are the public key's.
     */
    static List<Secret> ofKey(String pem) {
        byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        List<Secret> secrets = new ArrayList<>();
        for (byte[] number : numbers(pkcs8)) {
            secrets.add(new Secret("private key, raw", number));
            secrets.add(hex("private key", number));
            secrets.addAll(lines(pem, Search.indexOf(pkcs8, number), number.length));
        }
        return secrets;
    }

    private static List<Secret> lines(String pem, int begin, int length) {
        if (begin < 0) {
            throw new AssertionError("the key's encoding does not have its own number in it");
        }
        List<String> body = pem.lines().filter(line -> !line.startsWith("-")).toList();
        return IntStream.rangeClosed(begin / PEM_LINE_BYTES, (begin + length - 1) / PEM_LINE_BYTES)
                .mapToObj(line -> text("private key, line " + line + " of its PEM", body.get(line)))
                .toList();
    }

    private static Secret hex(String name, byte[] raw) {
        return text(name + ", hexadecimal", HexFormat.of().formatHex(raw));
    }

    private static List<byte[]> numbers(byte[] pkcs8) {
        PrivateKey key = Stream.of("EC", "RSA", "Ed25519")
                .flatMap(kind -> read(kind, pkcs8))
                .findFirst()
                .orElseThrow();
        if (key instanceof RSAPrivateCrtKey rsa) {
            return Stream.of(rsa.getPrivateExponent(), rsa.getPrimeP(), rsa.getPrimeQ())
                    .map(number -> unsigned(number.toByteArray()))
                    .toList();
        }
        return key instanceof ECPrivateKey ec
                ? List.of(unsigned(ec.getS().toByteArray()))
                : List.of(((EdECPrivateKey) key).getBytes().orElseThrow());
    }

    private static Stream<PrivateKey> read(String kind, byte[] pkcs8) {
        try {
            return Stream.of(KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException another) {
            return Stream.empty();
        }
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    @Override
    public String toString() {
        return name;
    }
}
