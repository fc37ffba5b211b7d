package dev.muster.domain.trust.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IssuerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID ID = UUID.fromString("0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10");

    /** Every stored key is encrypted with this text: with another text, no stored key could be decrypted. */
    @Test
    void anEncryptedKeyIsBoundToItsIssuer() {
        assertThat(Issuer.associatedData(Issuer.SERVER_ROOT, ID)).isEqualTo("issuer:server-root:" + ID);
        assertThat(Issuer.associatedData(Issuer.DEVICE_ROOT, ID)).isEqualTo("issuer:" + ID);
        assertThat(Issuer.associatedData(Issuer.ownerOf(ID, 1), ID)).isEqualTo("issuer:" + ID);
    }

    @Test
    void theOwnerNamesTheOrganizationAndTheGeneration() {
        assertThat(Issuer.ownerOf(ID, 2)).isEqualTo("organization:" + ID + ":2");
    }

    @Test
    void keepsItsOwnerAndItsCertificate() {
        byte[] certificate = {1};
        byte[] key = {2};
        Issuer issuer = new Issuer(ID, Issuer.SERVER_ROOT, certificate, key, NOW);
        certificate[0] = 9;
        key[0] = 9;

        assertThat(issuer.owner()).isEqualTo(Issuer.SERVER_ROOT);
        assertThat(issuer.certificate()).containsExactly(1);
        assertThat(issuer.encryptedKey()).containsExactly(2);
    }
}
