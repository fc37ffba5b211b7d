package dev.muster.web.enrollment.upload;

import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.file.HeaderPreview;
import dev.muster.domain.enrollment.file.ImportFileReader;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Shows the columns and the first rows of a file, from its first bytes, before the whole file is sent. It reads them by
 * the same rules as an import, and keeps nothing of them.
 */
@WebServlet("/imports/preview")
public class PreviewServlet extends HttpServlet {

    @Inject
    private ScriptGate gate;

    @Inject
    private Texts texts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadAnswer answer = new UploadAnswer(response, texts);
        if (!gate.admits(request, answer)) {
            return;
        }
        byte[] opening = request.getInputStream().readNBytes(HeaderPreview.OPENING_LENGTH + 1);
        if (opening.length > HeaderPreview.OPENING_LENGTH) {
            answer.refuse(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    texts.of("enrollment.previewTooLong", HeaderPreview.OPENING_LENGTH));
            return;
        }
        try {
            answer.preview(new ImportFileReader(ImportLimits.DEFAULT)
                    .preview(
                            new ByteArrayInputStream(opening),
                            new HeaderParameters(texts).line(request.getParameter("header"))));
        } catch (ImportRefusedException refused) {
            answer.refuse(refused.errors());
        } catch (ProblemException problem) {
            answer.refuse(HttpServletResponse.SC_BAD_REQUEST, problem.getMessage());
        }
    }
}
