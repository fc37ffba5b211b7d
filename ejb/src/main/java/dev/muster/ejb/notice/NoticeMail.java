package dev.muster.ejb.notice;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserEmail;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.domain.notice.Notice;
import dev.muster.domain.notice.NoticeKind;
import dev.muster.domain.notice.NoticeStatus;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Language;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.account.email.EmailRepository;
import dev.muster.ejb.mail.MailContent;
import dev.muster.ejb.mail.MailTexts;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail about the unread notices of an organization. It names no identifiers and no devices. */
@ApplicationScoped
public class NoticeMail implements MailContent {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final PageRequest FIRST = new PageRequest(0, 10);

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
                        .map(address -> write(userId, address, organization, unread)));
    }

    private OutgoingMail write(UUID userId, MailAddress address, Organization organization, Page<Notice> unread) {
        Language language = store.get(PortalUser.class, userId).preferences().mailLanguage();
        URI page = URI.create(publicUrl.replaceAll("/+$", "") + "/organization/notices.xhtml");
        return mail(new MailTexts(language), address, organization.name(), unread, page, clock.instant());
    }

    static OutgoingMail mail(
            MailTexts texts, MailAddress address, String organization, Page<Notice> unread, URI page, Instant now) {
        String lines = unread.items().stream()
                .filter(notice -> notice.kind() != NoticeKind.IDENTIFIER_RELEASED)
                .map(notice -> line(texts, notice, now))
                .collect(Collectors.joining());
        String text =
                texts.of("notices.before", organization, unread.total()) + lines + texts.of("notices.after", page);
        return new OutgoingMail(address, texts.subject("notices"), text);
    }

    private static String line(MailTexts texts, Notice notice, Instant now) {
        String certificate = Objects.requireNonNullElse(notice.certificateName(), "");
        return texts.of(
                key(notice, notice.status(now)),
                notice.manufacturer().name(),
                certificate,
                TIME.format(notice.effectiveAt()),
                notice.devices());
    }

    private static String key(Notice notice, NoticeStatus status) {
        if (notice.kind() == NoticeKind.MANUFACTURER_SUSPENDED) {
            return status == NoticeStatus.WITHDRAWN ? "notices.resumed" : "notices.suspended";
        }
        return switch (status) {
            case WITHDRAWN -> "notices.kept";
            case PLANNED -> "notices.planned";
            case IN_FORCE -> "notices.deleted";
        };
    }
}
