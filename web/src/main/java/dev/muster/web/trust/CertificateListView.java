package dev.muster.web.trust;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.trust.CertificateFilter;
import dev.muster.ejb.trust.revocation.CertificateInUse;
import dev.muster.ejb.trust.revocation.CertificateUseService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The manufacturer's certificates, and which of them expire soon. */
@Named
@ViewScoped
public class CertificateListView implements Serializable {

    /** The page names these; of further ones it tells only the number. */
    private static final PageRequest NEXT_TO_END = new PageRequest(0, 3);

    @Inject
    private CertificateUseService certificates;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<CertificateInUse> list =
            new PagedModel<>(request -> certificates.list(caller.get(), caller.tenantId(), filter(), request));

    private CertificateShow show = CertificateShow.CURRENT;

    private String text = "";

    private transient Page<ManufacturerCertificate> expiring;

    private CertificateFilter filter() {
        return new CertificateFilter(show.statuses(), text == null ? "" : text);
    }

    /** Shows the first page after the search has changed. */
    public void showFirst() {
        TablePages.showFirst("certificates");
    }

    /** Lets the page read the expiring certificates again. */
    public void lookAgain() {
        expiring = null;
    }

    /** Whether the list is empty because there is no certificate yet, not because of the search. */
    public boolean isUnfiltered() {
        return show != CertificateShow.REVOKED && EnteredText.isBlank(text);
    }

    /** The next certificates to expire, a few at most. */
    public List<ManufacturerCertificate> getExpiring() {
        return lookForExpiring().items();
    }

    /** How many more expire soon than {@link #getExpiring} names. */
    public long getMoreExpiring() {
        return lookForExpiring().total() - getExpiring().size();
    }

    private Page<ManufacturerCertificate> lookForExpiring() {
        if (expiring == null) {
            expiring = certificates.listExpiring(caller.get(), caller.tenantId(), NEXT_TO_END);
        }
        return expiring;
    }

    public PagedModel<CertificateInUse> getList() {
        return list;
    }

    public CertificateShow[] getShows() {
        return CertificateShow.values();
    }

    public CertificateShow getShow() {
        return show;
    }

    public void setShow(CertificateShow show) {
        this.show = show;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
