package dev.muster.ejb.mail;

import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.SmtpSettings;
import dev.muster.ejb.shared.OutsideTrust;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;

/**
 * Hands a mail to the mail server, over a TLS connection whose certificate and name are verified. It waits for the mail
 * server only for a limited time.
 */
@ApplicationScoped
public class SmtpTransport {

    private static final String TIMEOUT_MILLIS = "15000";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Inject
    private MailConfiguration configuration;

    /** @return why the mail server did not take it; empty if it did */
    Optional<SmtpFault> send(OutgoingMail mail) {
        SmtpSettings settings = configuration.get().orElseThrow();
        try {
            Session session = Session.getInstance(properties(settings));
            Message message = message(session, settings, mail);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(
                        settings.host(),
                        settings.port(),
                        settings.user().orElse(null),
                        settings.password().orElse(null));
                transport.sendMessage(message, message.getAllRecipients());
            }
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of(new SmtpFault("The mail server refuses the user or the password.", false));
        } catch (SendFailedException e) {
            return Optional.of(refused(e));
        } catch (MessagingException | IOException e) {
            return Optional.of(new SmtpFault(unreachable(e), false));
        }
    }

    private static SmtpFault refused(SendFailedException e) {
        boolean isAddress = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
        return isAddress
                ? new SmtpFault("The mail server does not accept the address of the user.", true)
                : new SmtpFault("The mail server does not take the mail.", false);
    }

    private static String unreachable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "There is no TLS connection to the mail server, or its certificate is not trusted.";
            }
        }
        return "The mail server cannot be reached, or does not answer as a mail server does.";
    }

    static Message message(Session session, SmtpSettings settings, OutgoingMail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from().value(), true));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().value(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setText(mail.text(), UTF_8);
        message.setSentDate(new Date());
        // No vacation notice comes back (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static Properties properties(SmtpSettings settings) throws IOException {
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        boolean isTls = settings.tls() == SmtpSettings.Tls.TLS;
        boolean isStartTls = settings.tls() == SmtpSettings.Tls.STARTTLS;
        properties.put("mail.smtp.ssl.enable", Boolean.toString(isTls));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(isStartTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(isStartTls));
        if (isTls || isStartTls) {
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
            properties.put(
                    "mail.smtp.ssl.socketFactory",
                    OutsideTrust.of(settings.root()).getSocketFactory());
        }
        return properties;
    }
}
