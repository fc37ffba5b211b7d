package dev.muster.web.fleet.trial;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.provisioning.attempt.AttemptEntry;
import dev.muster.ejb.provisioning.attempt.AttemptService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.trust.CertificateView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The light on a certificate's page: it waits for the first device, and turns green when the device joins. */
@Named
@ViewScoped
public class ArrivalView implements Serializable {

    private static final PageRequest NEWEST = new PageRequest(0, 1);

    @Inject
    private CertificateView certificate;

    @Inject
    private AttemptService attempts;

    @Inject
    private CurrentCaller caller;

    private transient Arrival arrival;

    public Arrival getArrival() {
        if (arrival == null) {
            arrival = Arrival.of(
                    certificate.getUse(), newest(certificate.getCertificate().id()));
        }
        return arrival;
    }

    /** Reads it again. The page draws the light again only if it has changed. */
    public void poll() {
        Arrival before = arrival;
        certificate.refresh();
        arrival = null;
        if (!getArrival().equals(before)) {
            PrimeFaces.current().ajax().update("arrival", "certificate-state");
        }
    }

    private ProvisioningAttempt newest(UUID certificateId) {
        AttemptFilter filter = new AttemptFilter(null, null, certificateId, null, null, null, null, null);
        return attempts.ofManufacturer(caller.get(), caller.tenantId(), filter, NEWEST).items().stream()
                .map(AttemptEntry::attempt)
                .findFirst()
                .orElse(null);
    }
}
