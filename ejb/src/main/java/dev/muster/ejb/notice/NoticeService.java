package dev.muster.ejb.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.tally.FleetNumbers;
import dev.muster.ejb.tally.NumberRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an organization what others did that concerns it. */
@Stateless
public class NoticeService {

    @Inject
    private NoticeRepository notices;

    @Inject
    private NumberRepository numbers;

    @Inject
    private Clock clock;

    /**
     * The organization's notices, newest first: all notices, or only the unread notices.
     *
     * @param search a part of the identifier, or of a name; null or blank for all
     */
    public Page<CurrentNotice> list(
            Caller caller, UUID organizationId, boolean unreadOnly, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return current(organizationId, notices.list(organizationId, unreadOnly, new SearchText(search), request));
    }

    private Page<CurrentNotice> current(UUID organizationId, Page<Notice> page) {
        if (page.items().stream().allMatch(notice -> notice.certificateId() == null)) {
            return page.map(notice -> new CurrentNotice(notice, 0));
        }
        FleetNumbers fleet = numbers.ofOrganization(organizationId);
        return page.map(notice -> new CurrentNotice(notice, devicesNow(notice, fleet)));
    }

    private static long devicesNow(Notice notice, FleetNumbers fleet) {
        UUID certificateId = notice.certificateId();
        return certificateId == null ? 0 : fleet.provedBy(certificateId);
    }

    /** The organization's unread notices, those that concern devices first. */
    public Page<CurrentNotice> unread(Caller caller, UUID organizationId, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return current(organizationId, notices.unread(organizationId, request));
    }

    /**
     * Marks a notice as read, for all managers of the organization. It stays in the list.
     *
     * @param seen what {@link Notice#writtenAt} said when the caller saw the notice; {@code null} to mark it as it is
     *     now
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code conflict} if the notice was changed since
     */
    public void read(Caller caller, UUID organizationId, UUID noticeId, @Nullable Instant seen) {
        caller.requireOrganization(organizationId);
        Notice notice = notices.get(organizationId, noticeId);
        Instant version = seen == null ? notice.writtenAt() : seen;
        if (!notices.read(organizationId, noticeId, version, clock.instant()) && !notice.isRead()) {
            throw new ProblemException(ProblemCode.CONFLICT, "The notice has changed since. Read it again.");
        }
    }

    /**
     * Marks all as read that the caller has seen.
     *
     * @param seen when the newest of them was written or last changed
     */
    public void readAll(Caller caller, UUID organizationId, Instant seen) {
        caller.requireOrganization(organizationId);
        notices.readAll(organizationId, seen, clock.instant());
    }
}
