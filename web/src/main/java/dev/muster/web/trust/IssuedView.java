package dev.muster.web.trust;

import dev.muster.ejb.trust.IssuedCertificate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * A new certificate with its secrets, for the one answer that shows them. Lives for one request: no reload, no way back
 * and no later request finds anything here.
 */
@Named
@RequestScoped
public class IssuedView {

    private IssuedCertificate certificate;

    void show(IssuedCertificate made) {
        this.certificate = made;
    }

    public boolean isPresent() {
        return certificate != null;
    }

    public IssuedCertificate getCertificate() {
        return certificate;
    }

    /** What the downloaded files are called: the access key, which is public and fits every file system. */
    public String getFileName() {
        return "muster-" + certificate.accessKey().toLowerCase(java.util.Locale.ROOT);
    }
}
