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
 * Answers what the container itself refuses, such as an unknown address, with a problem instead of the container's
 * page. It logs failures before JAX-RS, because the server does not. A request for this page itself is answered 404.
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
