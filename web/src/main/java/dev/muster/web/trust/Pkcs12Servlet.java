package dev.muster.web.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.web.security.PortalSession;
import dev.muster.web.shared.TextAnswer;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;

/**
 * Packs a private key that the page still shows, with its certificate and the chain, into one PKCS#12 file under a
 * passphrase.
 *
 * <p>The server has kept nothing of the certificate: the page sends everything back in the body of one request, and the
 * answer is the file. Nothing of either is kept in a session or in a log. This is a servlet and not an action of
 * Jakarta Faces, because the session may keep the fields of a form longer than their request. It therefore checks the
 * token itself, which only the portal's own script can send. web.xml says who may call it. It reads no data of any
 * tenant: callers get back only what they have sent.
 */
@WebServlet("/manufacturer/pkcs12")
public class Pkcs12Servlet extends HttpServlet {

    /** Twice the size of an RSA key of 4,096 bits with its certificate and the root. */
    private static final int MAX_BODY = 32 << 10;

    @Inject
    private PortalSession session;

    @Inject
    private SecureRandom random;

    @Inject
    private Texts texts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!session.isScriptToken(request.getHeader("X-CSRF-Token"))) {
            TextAnswer.send(response, HttpServletResponse.SC_FORBIDDEN, texts.of("trust.pkcs12OtherLogin"));
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        try {
            byte[] file = pack(body);
            response.setContentType("application/x-pkcs12");
            response.setContentLength(file.length);
            response.getOutputStream().write(file);
        } catch (ProblemException problem) {
            TextAnswer.send(response, HttpServletResponse.SC_BAD_REQUEST, texts.sentence(problem.getMessage()));
        }
    }

    private byte[] pack(byte[] body) {
        if (body.length > MAX_BODY) {
            throw ProblemException.invalid(texts.of("trust.pkcs12TooMuch"));
        }
        return new Pkcs12Order(body, texts).pack(random);
    }
}
