package dev.muster.web.shared;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.primefaces.csp.CspState;

/**
 * Gives PrimeFaces the nonces of pages. It stands between the server's factory and that of PrimeFaces, which takes the
 * state that it finds: so the server finds this class as a service, not in faces-config.xml.
 */
public class PageNonce extends FacesContextFactory {

    private static final SecureRandom RANDOM = new SecureRandom();

    public PageNonce(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        FacesContext faces = getWrapped().getFacesContext(context, request, response, lifecycle);
        faces.getAttributes().put(CspState.class.getName(), new Strong(faces));
        return faces;
    }

    /** A new nonce in PrimeFaces' form, with 128 random bits: {@link UUID#randomUUID} has only 122. */
    public static String newNonce() {
        UUID uuid = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
        return Base64.getEncoder().encodeToString(uuid.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Strong extends CspState {

        private Strong(FacesContext context) {
            super(context);
        }

        @Override
        public String generateNonce() {
            return newNonce();
        }
    }
}
