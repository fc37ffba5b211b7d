package dev.muster.web.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.ReleaseNotice;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.allowlist.NoticeService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Tells the organization which of its identifiers were released. */
@Named
@ViewScoped
public class NoticesView implements Serializable {

    @Inject
    private NoticeService notices;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private final PagedModel<ReleaseNotice> list =
            new PagedModel<>(request -> notices.list(caller.get(), caller.tenantId(), false, null, request));

    private transient Long unread;

    public void read() {
        feedback.attempt(() -> notices.read(caller.get(), caller.tenantId(), PageParameters.id("id")));
        unread = null;
    }

    public void readAll() {
        feedback.attempt(() -> notices.readAll(caller.get(), caller.tenantId()));
        unread = null;
    }

    /** The number of unread notices. */
    public long getUnread() {
        if (unread == null) {
            unread = notices.list(caller.get(), caller.tenantId(), true, null, new PageRequest(0, 1))
                    .total();
        }
        return unread;
    }

    public PagedModel<ReleaseNotice> getList() {
        return list;
    }
}
