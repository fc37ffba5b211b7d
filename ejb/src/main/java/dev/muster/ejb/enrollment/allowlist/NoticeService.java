package dev.muster.ejb.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.ReleaseNotice;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an organization which of its identifiers somebody else released. */
@Stateless
public class NoticeService {

    @Inject
    private NoticeRepository notices;

    @Inject
    private Clock clock;

    /**
     * The organization's notices, newest first: all notices, or only the unread notices.
     *
     * @param search a part of the identifier, or of a name; null or blank for all
     */
    public Page<ReleaseNotice> list(
            Caller caller, UUID organizationId, boolean unreadOnly, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return notices.list(organizationId, unreadOnly, new SearchText(search), request);
    }

    /**
     * Marks a notice as read, for all managers of the organization. It stays in the list.
     *
     * @throws ProblemException {@code not-found}
     */
    public void read(Caller caller, UUID organizationId, UUID noticeId) {
        caller.requireOrganization(organizationId);
        notices.get(organizationId, noticeId).read(clock.instant());
    }

    /** Marks all as read. */
    public void readAll(Caller caller, UUID organizationId) {
        caller.requireOrganization(organizationId);
        notices.readAll(organizationId, clock.instant());
    }
}
