package dev.muster.web.enrollment.upload;

import dev.muster.domain.enrollment.file.ImportTemplate;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The empty import file to download. */
@WebServlet("/imports/template.csv")
public class TemplateServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(ImportTemplate.MEDIA_TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + ImportTemplate.FILE_NAME + "\"");
        response.getOutputStream().write(ImportTemplate.bytes());
    }
}
