package dev.muster.web.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.notice.CurrentNotice;
import dev.muster.ejb.notice.NoticeService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/** All notices of an organization. A notice is marked as read only as the page has shown it. */
@Named
@ViewScoped
public class NoticesView implements Serializable {

    @Inject
    private NoticeService notices;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private final PagedModel<CurrentNotice> list = new PagedModel<>(this::page);

    /** When the newest notice that the page has shown was written; null before the page has shown one. */
    private Instant seen;

    private transient Long unread;

    private Page<CurrentNotice> page(PageRequest request) {
        Page<CurrentNotice> page = notices.list(caller.get(), caller.tenantId(), false, null, request);
        page.items().stream()
                .map(CurrentNotice::notice)
                .map(Notice::writtenAt)
                .filter(written -> seen == null || written.isAfter(seen))
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> seen = newest);
        return page;
    }

    public void read() {
        feedback.attempt(() -> notices.read(caller.get(), caller.tenantId(), PageParameters.id("id"), shown()));
        unread = null;
    }

    public void readAll() {
        feedback.attempt(() -> notices.readAll(caller.get(), caller.tenantId(), shown()));
        unread = null;
    }

    /** @throws ProblemException {@code not-found} if the page has shown no notice */
    private Instant shown() {
        if (seen == null) {
            throw ProblemException.notFound();
        }
        return seen;
    }

    /** The number of unread notices. */
    public long getUnread() {
        if (unread == null) {
            unread = notices.unread(caller.get(), caller.tenantId(), new PageRequest(0, 1))
                    .total();
        }
        return unread;
    }

    public PagedModel<CurrentNotice> getList() {
        return list;
    }
}
