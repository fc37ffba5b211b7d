package dev.muster.web.enrollment.upload;

import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.file.HeaderPreview;
import dev.muster.domain.enrollment.file.ImportFileReader;
import dev.muster.domain.shared.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Tells which columns a file has, from its first bytes, before the whole file is sent. The server keeps nothing of it.
 */
@WebServlet("/imports/preview")
public class PreviewServlet extends HttpServlet {

    @Inject
    private ScriptGate gate;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadAnswer answer = new UploadAnswer(response);
        if (!gate.admits(request, answer)) {
            return;
        }
        byte[] opening = request.getInputStream().readNBytes(HeaderPreview.OPENING_LENGTH);
        try {
            answer.preview(new ImportFileReader(ImportLimits.DEFAULT)
                    .preview(new ByteArrayInputStream(opening), HeaderParameters.line(request.getParameter("header"))));
        } catch (ImportRefusedException refused) {
            answer.refuse(refused.errors());
        } catch (ProblemException problem) {
            answer.refuse(HttpServletResponse.SC_BAD_REQUEST, problem.getMessage());
        }
    }
}
