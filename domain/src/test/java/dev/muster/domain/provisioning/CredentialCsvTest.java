package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.ProvisioningOutcome.Credentials;
import dev.muster.domain.shared.Secrets;
import java.io.IOException;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CredentialCsvTest {

    @Test
    void thePartsMakeOneFile() throws IOException {
        StringWriter text = new StringWriter();
        CredentialCsv.begin(text).write("A1", "+1", "rotated", new Credentials("id", "KEY", "token"));
        CredentialCsv.goOn(text).write("A2", "two", "not-provisioned", null);
        assertThat(text)
                .hasToString("\uFEFFuniqueIdentifier,deviceName,outcome,clientId,accessKey,accessToken\r\n"
                        + "A1,'+1,rotated,id,KEY,token\r\n"
                        + "A2,two,not-provisioned,,,\r\n");
    }

    /** A program that reads the file would take the apostrophe for a part of the token. */
    @Test
    void noTokenNeedsAnApostrophe() {
        SecureRandom random = new SecureRandom();
        assertThat(Stream.generate(() -> Secrets.newAccessToken(random)).limit(2_000))
                .noneMatch(token -> token.startsWith("-"));
    }
}
