package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes that this class signs, and the published note of the first implementation (golang.org/x/mod/sumdb/note). */
class SignedNoteTest {

    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String PUBLISHED = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final String NAME = "example.com/log";
    private static final LogKey KEY = key(NAME);
    private static final Checkpoint CHECKPOINT = new Checkpoint(NAME, 20_852_163, Hashes.emptyRoot());

    @Test
    void thePublishedNoteIsSigned() {
        assertThat(SignedNote.signers(PUBLISHED, List.of(NEUMANN))).containsExactly("PeterNeumann");
        assertThat(SignedNote.signers(PUBLISHED.replace("think", "thinK"), List.of(NEUMANN)))
                .isEmpty();
        assertThat(SignedNote.open(PUBLISHED, NEUMANN)).as("no checkpoint").isEmpty();
    }

    @Test
    void opensWhatItSigns() {
        String note = SignedNote.sign(CHECKPOINT.text(), KEY);
        assertThat(note)
                .startsWith(
                        "example.com/log\n20852163\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— example.com/log ");
        assertThat(SignedNote.open(note, KEY.verifierKey())).contains(CHECKPOINT);
    }

    @Test
    void eachOfTwoKeysOpensTheNote() {
        LogKey next = key(NAME);
        String note = SignedNote.sign(CHECKPOINT.text(), KEY, next);
        assertThat(SignedNote.open(note, KEY.verifierKey())).contains(CHECKPOINT);
        assertThat(SignedNote.open(note, next.verifierKey())).contains(CHECKPOINT);
    }

    @Test
    void otherKeysDoNotOpenIt() {
        String note = SignedNote.sign(CHECKPOINT.text(), KEY);
        assertThat(SignedNote.open(note, key(NAME).verifierKey())).isEmpty();
        VerifierKey otherName =
                new VerifierKey("example.org/log", KEY.verifierKey().publicKey());
        assertThat(SignedNote.open(note, otherName)).isEmpty();
    }

    @Test
    void theNoteOfAnotherLogIsNotOpened() {
        String note = SignedNote.sign(new Checkpoint("example.org/log", 0, Hashes.emptyRoot()).text(), KEY);
        assertThat(SignedNote.signers(note, List.of(KEY.verifierKey()))).containsExactly(NAME);
        assertThat(SignedNote.open(note, KEY.verifierKey())).isEmpty();
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String note = SignedNote.sign(CHECKPOINT.text(), KEY);
        for (int i = 0; i < note.length(); i++) {
            for (char other : new char[] {'A', '0', ' ', '\n', '—'}) {
                if (note.charAt(i) != other) {
                    String changed = note.substring(0, i) + other + note.substring(i + 1);
                    assertThat(SignedNote.open(changed, KEY.verifierKey()))
                            .as(changed)
                            .isEmpty();
                }
            }
            assertThat(SignedNote.open(note.substring(0, i), KEY.verifierKey())).isEmpty();
            assertThat(SignedNote.open(note.substring(i + 1), KEY.verifierKey()))
                    .isEmpty();
        }
    }

    @Test
    void aSecondInvalidSignatureOfTheKeySpoilsTheNote() {
        String note = SignedNote.sign(CHECKPOINT.text(), KEY);
        String other = SignedNote.sign(new Checkpoint(NAME, 1, Hashes.emptyRoot()).text(), KEY);
        String line = other.substring(other.indexOf('—'));
        assertThat(SignedNote.open(note + line, KEY.verifierKey())).isEmpty();
        assertThat(SignedNote.open(note + "— witness.example AAAA\n", KEY.verifierKey()))
                .contains(CHECKPOINT);
        assertThat(SignedNote.open(note + "no signature\n", KEY.verifierKey())).isEmpty();
        assertThat(SignedNote.open(note + "\n", KEY.verifierKey())).isEmpty();
    }

    /** C2SP signed-note: the whole note is rejected; a signature of a key that is not known is passed over. */
    @Test
    void anInvalidSignatureOfAnotherKnownKeySpoilsTheNote() {
        LogKey next = key(NAME);
        String own = SignedNote.sign(CHECKPOINT.text(), KEY);
        String other = SignedNote.sign(new Checkpoint(NAME, 1, Hashes.emptyRoot()).text(), next);
        String note = own + other.substring(other.indexOf('—'));
        assertThat(SignedNote.open(note, KEY.verifierKey())).contains(CHECKPOINT);
        assertThat(SignedNote.open(note, next.verifierKey())).isEmpty();
        assertThat(SignedNote.open(note, List.of(KEY.verifierKey(), next.verifierKey())))
                .isEmpty();
        assertThat(SignedNote.open(own, List.of(KEY.verifierKey(), next.verifierKey())))
                .contains(CHECKPOINT);
    }

    @Test
    void aSignatureOfTheKeyWithAnotherLengthIsNotValid() {
        String note = SignedNote.sign(CHECKPOINT.text(), KEY);
        byte[] id = KEY.verifierKey().id();
        for (int length : new int[] {4, 67, 69}) {
            String line = "— " + NAME + " " + Base64Text.of(Arrays.copyOf(id, length)) + "\n";
            assertThat(SignedNote.open(note + line, KEY.verifierKey())).isEmpty();
        }
        assertThat(SignedNote.open(note + "— " + NAME + " no base64\n", KEY.verifierKey()))
                .isEmpty();
        assertThat(SignedNote.open(note + "— " + NAME + " AAAAAAAA\n", KEY.verifierKey()))
                .as("of a key that is not known")
                .contains(CHECKPOINT);
    }

    @Test
    void aLongNoteIsNotRead() {
        String note = SignedNote.sign(CHECKPOINT.text(), KEY);
        assertThat(SignedNote.open(note + "— w A\n".repeat(SignedNote.LONGEST / 6), KEY.verifierKey()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no end", "two\n\nparts\n", "tab\t\n", "nul\0\n", "half \ud800\n"})
    void signsOnlyTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.sign(text, KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/log",
                "example.com/log\n1\n",
                "example.com/log\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "example.com/log\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "example.com/log\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "example.com/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "example.com/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "example.com/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "example.com/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n",
                "example.com log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void isNoCheckpoint(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
    }

    private static LogKey key(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new LogKey(name, pair);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
