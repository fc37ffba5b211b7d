package dev.muster.web.enrollment.upload;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.UploadService;
import dev.muster.ejb.enrollment.batch.ImportSource;
import dev.muster.ejb.enrollment.upload.ImportRefusal;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Receives an import file as the body of a request and streams it into the draft; the file upload of Jakarta Faces
 * would store the whole file first. The page's script calls this servlet, and sends a token that only our pages have.
 */
@WebServlet("/imports/upload")
public class UploadServlet extends HttpServlet {

    private static final String RETRY_SECONDS = "30";

    @Inject
    private UploadService uploads;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ScriptGate gate;

    @Inject
    private Texts texts;

    @Inject
    private RefusedBody refused;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadAnswer answer = new UploadAnswer(response, texts);
        if (gate.admits(request, answer)) {
            receive(request, answer);
        }
    }

    private void receive(HttpServletRequest request, UploadAnswer answer) throws IOException {
        Caller sender = caller.get();
        InputStream body = request.getInputStream();
        try {
            answer.accept(uploads.upload(sender, sender.tenantId(), source(request, body)));
        } catch (ImportRefusal refusal) {
            refused.drain(sender.tenantId(), body);
            answer.refuse(refusal.errors());
        } catch (ProblemException problem) {
            refused.drain(sender.tenantId(), body);
            refuse(problem, answer);
        }
    }

    private ImportSource source(HttpServletRequest request, InputStream body) {
        HeaderParameters header = new HeaderParameters(texts);
        return new ImportSource(
                ViewIds.parse(request.getParameter("manufacturer")),
                decoded(request.getHeader("X-File-Name")),
                request.getContentLengthLong(),
                header.mapping(request.getParameterValues("map")),
                header.line(request.getParameter("header")),
                body);
    }

    private String decoded(String fileName) {
        try {
            return fileName == null ? null : withoutNul(URLDecoder.decode(fileName, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noEncoding) {
            throw ProblemException.invalid(texts.of("enrollment.fileNameUnreadable"));
        }
    }

    private static String withoutNul(String fileName) {
        if (fileName.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL in a file's name");
        }
        return fileName;
    }

    private static void refuse(ProblemException problem, UploadAnswer answer) throws IOException {
        if (problem.code() == ProblemCode.RATE_LIMITED) {
            answer.refuseNow(problem.getMessage(), RETRY_SECONDS);
        } else {
            answer.refuse(HttpServletResponse.SC_BAD_REQUEST, problem.getMessage());
        }
    }
}
