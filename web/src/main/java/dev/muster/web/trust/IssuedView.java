package dev.muster.web.trust;

import dev.muster.ejb.trust.IssuedCertificate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A new certificate with its secrets, for the one answer that shows them. Lives for one request: no reload, no way back
 * and no later request finds anything here. The page shows its parts as plain text, which is no state of a component, so
 * that the view that the session keeps has none of it.
 */
@Named
@RequestScoped
public class IssuedView {

    private IssuedCertificate certificate;

    private List<IssuedFile> files = List.of();

    void show(IssuedCertificate made) {
        certificate = made;
        files = IssuedFile.of(made);
    }

    public boolean isPresent() {
        return certificate != null;
    }

    /** Whether the key was made here, so that it is shown and can be packed. */
    public boolean isWithPrivateKey() {
        return isPresent() && certificate.privateKey() != null;
    }

    public String getName() {
        return certificate.entry().name();
    }

    public List<IssuedFile> getFiles() {
        return files;
    }

    /** All files as one ZIP, base64. */
    public String getArchive() {
        return Base64.getEncoder().encodeToString(new IssuedArchive(getName(), files).zip());
    }

    /** What the ZIP and the PKCS#12 are called: the access key, which is public and fits every file system. */
    public String getFileName() {
        return "muster-" + certificate.accessKey().toLowerCase(Locale.ROOT);
    }
}
