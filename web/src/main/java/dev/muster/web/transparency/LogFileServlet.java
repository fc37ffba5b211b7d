package dev.muster.web.transparency;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.ejb.transparency.LogExportService;
import dev.muster.web.security.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Sends the leaves that match the search of the page, as a file that {@code VerifyLog} verifies. */
@WebServlet({"/operation/log.jsonl", "/organization/log.jsonl", "/manufacturer/log.jsonl"})
public class LogFileServlet extends HttpServlet {

    private static final String LINES = "application/jsonl";

    @Inject
    private LogExportService export;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            LogFilter filter = LogSearch.read(request::getParameter);
            response.setContentType(LINES);
            response.setHeader("Content-Disposition", "attachment; filename=\"log.jsonl\"");
            write(filter, response.getOutputStream());
        } catch (ProblemException nothing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void write(LogFilter filter, OutputStream target) throws IOException {
        Caller reader = caller.get();
        if (caller.isOfOrganization()) {
            export.ofOrganization(reader, reader.tenantId(), filter, target);
        } else if (caller.isOfManufacturer()) {
            export.ofManufacturer(reader, reader.tenantId(), filter, target);
        } else {
            export.write(reader, filter, target);
        }
    }
}
