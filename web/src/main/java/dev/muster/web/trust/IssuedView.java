package dev.muster.web.trust;

import dev.muster.ejb.trust.IssuedCertificate;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A new certificate with its secrets. It lives for one request, and only the answer to that request shows it: neither a
 * reload nor the back button nor a later request finds it. The page shows the parts as plain text. That is not the
 * state of a component, so the view that the session keeps has nothing of it.
 */
@Named
@RequestScoped
public class IssuedView {

    @Inject
    private Texts texts;

    private IssuedCertificate certificate;

    private List<IssuedFile> files = List.of();

    void show(IssuedCertificate made) {
        certificate = made;
        files = IssuedFile.of(made, texts);
    }

    public boolean isPresent() {
        return certificate != null;
    }

    /** Whether the key was made here, so that it can be shown and packed. */
    public boolean isWithPrivateKey() {
        return isPresent() && certificate.privateKey() != null;
    }

    public String getName() {
        return certificate.entry().name();
    }

    public UUID getId() {
        return certificate.entry().id();
    }

    public List<IssuedFile> getSecrets() {
        return files.stream().filter(IssuedFile::isSecret).toList();
    }

    public List<IssuedFile> getPublicFiles() {
        return files.stream().filter(file -> !file.isSecret()).toList();
    }

    /** All files as one ZIP, base64. */
    public String getArchive() {
        return Base64.getEncoder().encodeToString(new IssuedArchive(getName(), files, texts).zip());
    }

    /** The name of the ZIP and of the PKCS#12. The access key in it is public and valid in every file system. */
    public String getFileName() {
        return "muster-" + certificate.accessKey().toLowerCase(Locale.ROOT);
    }
}
