package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.file.ImportTemplate;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.ReportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.ViewIds;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the report of an import: its rows, and what became of each. */
@WebServlet("/imports/report")
public class ReportServlet extends HttpServlet {

    @Inject
    private ImportService imports;

    @Inject
    private ReportService reports;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller reader = caller.get();
        try {
            DeviceImport deviceImport =
                    imports.get(reader, reader.tenantId(), ViewIds.parse(request.getParameter("id")));
            response.setContentType(ImportTemplate.MEDIA_TYPE);
            response.setHeader("Content-Disposition", new ReportFile(deviceImport.fileName()).disposition());
            reports.write(reader, reader.tenantId(), deviceImport.id(), response.getOutputStream());
        } catch (ProblemException nothing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
