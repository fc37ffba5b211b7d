package dev.muster.ejb.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.SmtpSettings;
import dev.muster.domain.shared.Language;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail as the mail server gets it. */
class SmtpTransportTest {

    private static final SmtpSettings SETTINGS = SmtpSettings.from(name -> Optional.ofNullable(
                    Map.of("muster.smtp.host", "localhost", "muster.smtp.from", "muster@example.com")
                            .get(name)))
            .orElseThrow();

    private static final Session SESSION = Session.getInstance(new Properties());

    /** RFC 2047 for the subject, and a text that a transport of seven bits does not change. */
    @ParameterizedTest
    @EnumSource
    void everyLanguageArrives(Language language) throws Exception {
        OutgoingMail mail = mail(language, "vera");

        String sent = sent(mail);
        MimeMessage received = received(sent);

        assertThat(sent).matches("\\p{ASCII}*");
        assertThat(received.getSubject()).isEqualTo(mail.subject());
        assertThat(received.getHeader("Subject", null).contains("=?UTF-8?")).isEqualTo(language != Language.ENGLISH);
        assertThat(received.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(received.getContent().toString().replace("\r\n", "\n")).isEqualTo(mail.text());
    }

    @ParameterizedTest
    @EnumSource
    void aLineBreakInANameMakesNoField(Language language) throws Exception {
        MimeMessage received = received(sent(mail(language, "vera\r\n\r\nBcc: eve@example.com")));

        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getAllRecipients()).hasSize(1);
    }

    private static OutgoingMail mail(Language language, String name) {
        return new MailTexts(language)
                .mail(
                        new MailAddress("vera@example.com"),
                        "password",
                        name,
                        URI.create("https://muster.example:8181/link.xhtml#secret"));
    }

    private static String sent(OutgoingMail mail) throws Exception {
        Message message = SmtpTransport.message(SESSION, SETTINGS, mail);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static MimeMessage received(String sent) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
    }
}
