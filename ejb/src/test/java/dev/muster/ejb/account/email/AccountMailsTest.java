package dev.muster.ejb.account.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.Preferences;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.shared.Language;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mails about a user's password and address, in the language of the user. */
class AccountMailsTest {

    private static final MailAddress ADDRESS = new MailAddress("vera@example.com");

    private static final String LINK = "https://muster.example:8181/link.xhtml#secret";

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Choose a new password, 24 hours",
        "GERMAN, Wählen Sie ein neues Passwort, 24 Stunden",
        "ARABIC, اختر كلمة مرور جديدة, 24 ساعة"
    })
    void aForgottenPassword(Language language, String subject, String time) {
        assertSays(PasswordLinkMail.mail(user(language), ADDRESS, LINK), subject, time, LINK);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Confirm your e-mail address, 24 hours",
        "GERMAN, Bestätigen Sie Ihre E-Mail-Adresse, 24 Stunden",
        "ARABIC, أكّد عنوان بريدك, 24 ساعة"
    })
    void anAddressToConfirm(Language language, String subject, String time) {
        assertSays(AddressMail.mail(user(language), ADDRESS, LINK), subject, time, LINK);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Your e-mail address in Muster was changed, ask your administrator",
        "GERMAN, Ihre E-Mail-Adresse in Muster wurde geändert, fragen Sie Ihren Administrator",
        "ARABIC, تغيّر عنوان بريدك الإلكتروني, فاسأل المسؤول"
    })
    void anAddressThatIsNotUsedAnyMore(Language language, String subject, String advice) {
        OutgoingMail mail = FormerAddressMail.mail(user(language), ADDRESS);

        assertSays(mail, subject, advice);
        assertThat(mail.text()).doesNotContain("http");
    }

    @Test
    void withoutAChoiceAMailIsInEnglish() {
        PortalUser user = new PortalUser(new TenantName("vera"), Instant.EPOCH);

        assertThat(PasswordLinkMail.mail(user, ADDRESS, LINK).text()).isEqualTo("""
                Somebody has asked for a new password for your user "vera".

                To choose a new password, open this link within 24 hours:

                https://muster.example:8181/link.xhtml#secret

                The link can be used once. If you did not ask for it, do nothing: your password stays as it is.
                """);
    }

    private static void assertSays(OutgoingMail mail, String subject, String... parts) {
        assertThat(mail.to()).isEqualTo(ADDRESS);
        assertThat(mail.subject()).startsWith(subject);
        assertThat(mail.text()).contains(parts).contains("vera").doesNotContain("{", "}");
    }

    private static PortalUser user(Language language) {
        PortalUser user = new PortalUser(new TenantName("vera"), Instant.EPOCH);
        user.prefer(new Preferences(language.tag(), null));
        return user;
    }
}
