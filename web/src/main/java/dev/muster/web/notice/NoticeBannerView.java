package dev.muster.web.notice;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.notice.CurrentNotice;
import dev.muster.ejb.notice.NoticeService;
import dev.muster.web.security.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What each page of an organization says about its unread notices. */
@Named
@ViewScoped
public class NoticeBannerView implements Serializable {

    private static final PageRequest FEW = new PageRequest(0, 3);

    @Inject
    private NoticeService notices;

    @Inject
    private CurrentCaller caller;

    private transient Page<CurrentNotice> unread;

    private Page<CurrentNotice> unread() {
        if (unread == null) {
            unread = notices.unread(caller.get(), caller.tenantId(), FEW);
        }
        return unread;
    }

    /** A few unread notices, those that concern devices first. */
    public List<CurrentNotice> getNotices() {
        return unread().items();
    }

    /** How many further notices are unread. */
    public long getMore() {
        return unread().total() - unread().items().size();
    }
}
