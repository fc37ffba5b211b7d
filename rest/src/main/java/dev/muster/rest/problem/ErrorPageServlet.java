package dev.muster.rest.problem;

import dev.muster.ejb.shared.ClientGone;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the container itself refuses, an unknown address for one, instead of its own page; what fails before JAX-RS is
 * logged here, since the server logs nothing of it. Asked for, this page is not there.
 */
@WebServlet(ErrorPageServlet.PATH)
public class ErrorPageServlet extends HttpServlet {

    static final String PATH = "/problem";

    private static final Logger LOG = Logger.getLogger(ErrorPageServlet.class.getName());

    @Inject
    private ServletProblems problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = HttpProblem.of(status instanceof Integer code ? code : 404);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && !ClientGone.isToldBy(thrown)) {
            LOG.log(Level.SEVERE, "Unexpected: urn:uuid:" + problem.instance(), thrown);
        }
        problems.write(problem, response);
    }
}
