package dev.muster.ejb.notice;

import dev.muster.domain.account.UserEmail;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.domain.notice.Notice;
import dev.muster.domain.notice.NoticeKind;
import dev.muster.domain.notice.NoticeStatus;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.account.email.EmailRepository;
import dev.muster.ejb.mail.MailContent;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail about the unread notices of an organization. It names no identifiers and no devices. */
@ApplicationScoped
public class NoticeMail implements MailContent {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final PageRequest FIRST = new PageRequest(0, 10);

    private static final String TEXT = """
            Your organization %s has %s in Muster:

            %s
            To see all of it, and what to do, open:

            %s/organization/notices.xhtml

            You get this because you manage the organization and have chosen it in your profile.
            """;

    @Inject
    private NoticeRepository notices;

    @Inject
    private EmailRepository emails;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    @Override
    public MailKind kind() {
        return MailKind.NOTICES;
    }

    @Override
    public Optional<OutgoingMail> write(QueuedMail mail) {
        UUID organizationId = mail.organizationId();
        UUID userId = mail.userId();
        if (organizationId == null
                || userId == null
                || !emails.wantNotices(organizationId).contains(userId)) {
            return Optional.empty();
        }
        Page<Notice> unread = notices.unread(organizationId, FIRST);
        return store.find(Organization.class, organizationId)
                .filter(organization -> !organization.isDeleted() && unread.total() > 0)
                .flatMap(organization -> emails.find(userId)
                        .flatMap(UserEmail::address)
                        .map(address -> write(address, organization, unread)));
    }

    private OutgoingMail write(MailAddress address, Organization organization, Page<Notice> unread) {
        Instant now = clock.instant();
        StringBuilder lines = new StringBuilder();
        unread.items().stream()
                .filter(notice -> notice.kind() != NoticeKind.IDENTIFIER_RELEASED)
                .forEach(notice -> lines.append("- ").append(line(notice, now)).append('\n'));
        String count = unread.total() == 1 ? "1 unread notice" : unread.total() + " unread notices";
        return new OutgoingMail(
                address,
                "Your organization has new notices in Muster",
                TEXT.formatted(organization.name(), count, lines, publicUrl.replaceAll("/+$", "")));
    }

    private static String line(Notice notice, Instant now) {
        String manufacturer = notice.manufacturer().name();
        NoticeStatus status = notice.status(now);
        String devices = notice.devices() == 1 ? "1 device" : notice.devices() + " devices";
        if (notice.kind() == NoticeKind.MANUFACTURER_SUSPENDED) {
            return manufacturer + (status == NoticeStatus.WITHDRAWN ? " is no longer suspended." : " is suspended.");
        }
        String certificate = "certificate \"" + notice.certificateName() + "\"";
        return switch (status) {
            case WITHDRAWN -> manufacturer + " keeps " + certificate + ".";
            case PLANNED ->
                manufacturer + " will delete " + certificate + " on " + TIME.format(notice.effectiveAt()) + ": "
                        + devices + ".";
            case IN_FORCE ->
                manufacturer + " deleted " + certificate + " on " + TIME.format(notice.effectiveAt()) + ": " + devices
                        + ".";
        };
    }
}
