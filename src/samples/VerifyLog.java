import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies an export of the transparency log. It was written from src/docs/transparency-log.md alone, needs only a JDK 17,
 * and shares no code with Muster: an example for your own verifier.
 *
 * <pre>java VerifyLog.java EXPORT.jsonl VKEY</pre>
 */
public class VerifyLog {

    /** A JSON string, without its quotes. */
    private static final String STRING =
            "([^\"\\\\]*+(?:\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})[^\"\\\\]*+)*+)";

    private static final Pattern FIRST_LINE =
            Pattern.compile("\\{\"checkpoint\":\"" + STRING + "\",.*\"complete\":(true|false)}");

    private static final Pattern LEAF_LINE = Pattern.compile("\\{\"index\":([0-9]{1,18}),"
            + "(?:\"salt\":\"" + STRING + "\",\"leaf\":\"" + STRING + "\"|\"entry\":\"" + STRING + "\")"
            + "(?:,\"proof\":\\[((?:\"[^\"]*\",?)*+)])?}");

    /** Name and id of a key, and base64 of its type and 32 bytes. */
    private static final Pattern KEY = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    private static final int HASH = 32;

    private final String name;
    private final byte[] typedKey;
    private final byte[] keyId;
    private final List<byte[]> leafHashes = new ArrayList<>();
    private long size;
    private byte[] root;
    private long last = -1;

    private VerifyLog(String vkey) throws Exception {
        Matcher key = KEY.matcher(vkey);
        require(key.matches(), "not the key of a log");
        name = key.group(1);
        typedKey = bytes(key.group(3), 1 + HASH);
        require(typedKey[0] == 1, "not an Ed25519 key");
        keyId = Arrays.copyOf(sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, typedKey), 4);
        require(HexFormat.of().formatHex(keyId).equals(key.group(2)), "the key's id is wrong");
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(run(arguments));
    }

    /** The exit code: 0 verified, 1 not verified, 2 the command line is wrong or the file cannot be read. */
    private static int run(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("Usage: java VerifyLog.java EXPORT.jsonl VKEY");
            return 2;
        }
        VerifyLog log;
        try {
            log = new VerifyLog(arguments[1]);
        } catch (IllegalArgumentException e) {
            System.err.println("The key cannot be read: " + e.getMessage());
            return 2;
        }
        try {
            System.out.println("Verified: " + log.verify(Path.of(arguments[0])));
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("Not verified: " + e.getMessage());
            return 1;
        } catch (CharacterCodingException e) {
            System.err.println("Not verified: the file is not UTF-8");
            return 1;
        } catch (IOException e) {
            System.err.println("The file cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private String verify(Path export) throws Exception {
        try (BufferedReader lines = Files.newBufferedReader(export)) {
            Matcher first = match(FIRST_LINE, lines.readLine());
            open(text(first.group(1)));
            boolean complete = first.group(2).equals("true");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(match(LEAF_LINE, line), complete);
            }
            require(!complete || leafHashes.size() == size, "the file does not have every leaf");
            require(!complete || Arrays.equals(root(0, leafHashes.size()), root), "the root differs");
            return leafHashes.size() + (complete ? " leaves, all" : "") + " of " + name + " " + size + " "
                    + Base64.getEncoder().encodeToString(root);
        }
    }

    private void take(Matcher line, boolean complete) throws Exception {
        long index = Long.parseLong(line.group(1));
        byte[] entry = line.group(4) != null
                ? bytes(line.group(4), HASH)
                : sha256(new byte[] {1}, bytes(line.group(2), HASH), text(line.group(3)).getBytes(StandardCharsets.UTF_8));
        byte[] leafHash = sha256(new byte[] {0}, entry);
        require(complete ? index == last + 1 : index > last, "the leaf " + index + " comes after " + last);
        require(index < size, "the checkpoint has no leaf " + index);
        require(complete || isProven(index, leafHash, line.group(5)), "the leaf " + index + " is not in the log");
        last = index;
        leafHashes.add(leafHash);
    }

    /** Reads the checkpoint of a note. One invalid signature of the key spoils the note; those of other keys do not count. */
    private void open(String note) throws Exception {
        int textEnd = note.indexOf("\n\n");
        require(textEnd >= 0 && note.endsWith("\n"), "the checkpoint is not a note");
        String text = note.substring(0, textEnd + 1);
        boolean signed = false;
        for (String line : note.substring(textEnd + 2).split("\n")) {
            require(line.startsWith("— "), "the checkpoint is not a note");
            if (line.startsWith("— " + name + " ")) {
                byte[] signature = bytes(line.substring(name.length() + 3));
                if (Arrays.equals(keyId, Arrays.copyOf(signature, 4))) {
                    require(isSigned(text, signature), "a signature of the key is not valid");
                    signed = true;
                }
            }
        }
        require(signed, "the key has not signed the checkpoint");
        String[] parts = text.split("\n");
        require(
                parts.length == 3 && parts[0].equals(name) && SIZE.matcher(parts[1]).matches(),
                "not a checkpoint of this log");
        size = Long.parseLong(parts[1]);
        root = bytes(parts[2], HASH);
    }

    private boolean isSigned(String text, byte[] signature) throws Exception {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.write(HexFormat.of().parseHex("302a300506032b6570032100")); // RFC 8410 section 4
        encoded.write(typedKey, 1, HASH);
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        try {
            return signature.length == 68 && verifier.verify(signature, 4, 64);
        } catch (SignatureException e) {
            return false;
        }
    }

    private boolean isProven(long index, byte[] leafHash, String proof) throws Exception {
        require(proof != null, "the leaf " + index + " has no proof");
        List<byte[]> hashes = new ArrayList<>();
        for (String hash : proof.isEmpty() ? new String[0] : proof.split(",")) {
            hashes.add(bytes(hash.substring(1, hash.length() - 1), HASH));
        }
        return Arrays.equals(climb(index, size, leafHash, hashes), root);
    }

    /** The root that a leaf and its proof give: PATH of RFC 9162 section 2.1.3.1, read backwards. */
    private static byte[] climb(long index, long size, byte[] leafHash, List<byte[]> proof) throws Exception {
        if (size == 1) {
            require(proof.isEmpty(), "a proof is too long");
            return leafHash;
        }
        require(!proof.isEmpty(), "a proof is too short");
        long left = Long.highestOneBit(size - 1);
        byte[] beside = proof.get(proof.size() - 1);
        List<byte[]> rest = proof.subList(0, proof.size() - 1);
        return index < left
                ? sha256(new byte[] {1}, climb(index, left, leafHash, rest), beside)
                : sha256(new byte[] {1}, beside, climb(index - left, size - left, leafHash, rest));
    }

    /** MTH of RFC 9162 section 2.1.1. */
    private byte[] root(int begin, int end) throws Exception {
        if (begin == end) {
            return sha256();
        }
        if (end - begin == 1) {
            return leafHashes.get(begin);
        }
        int middle = begin + Integer.highestOneBit(end - begin - 1);
        return sha256(new byte[] {1}, root(begin, middle), root(middle, end));
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Each value has only one text: with its padding, and without other bits at the end. */
    private static byte[] bytes(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        require(Base64.getEncoder().encodeToString(bytes).equals(base64), "not base64: " + base64);
        return bytes;
    }

    private static byte[] bytes(String base64, int length) {
        byte[] bytes = bytes(base64);
        require(bytes.length == length, "not " + length + " bytes: " + base64);
        return bytes;
    }

    /** The text of a JSON string (RFC 8259 section 7). */
    private static String text(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = json.charAt(++i);
            int known = "nrtbf".indexOf(escaped);
            if (escaped == 'u') {
                text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                text.append(known < 0 ? escaped : "\n\r\t\b\f".charAt(known));
            }
        }
        return text.toString();
    }

    private static Matcher match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line == null ? "" : line);
        require(matcher.matches(), "a line is not in the form of an export: " + line);
        return matcher;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
