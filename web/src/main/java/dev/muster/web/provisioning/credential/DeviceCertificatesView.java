package dev.muster.web.provisioning.credential;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.ejb.provisioning.credential.DeviceCertificateService;
import dev.muster.web.device.DeviceView;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The certificates that are the credentials of the device whose page is open. */
@Named
@RequestScoped
public class DeviceCertificatesView {

    private static final PageRequest ALL = new PageRequest(0, CredentialCertificate.MOST);

    @Inject
    private DeviceCertificateService certificates;

    @Inject
    private DeviceView view;

    @Inject
    private CurrentCaller caller;

    /** The newest first. After a renewal the previous certificate stays until the new one is first used. */
    public List<CredentialCertificate> getList() {
        return certificates
                .list(caller.get(), caller.tenantId(), view.getDevice().id(), null, ALL)
                .items();
    }
}
