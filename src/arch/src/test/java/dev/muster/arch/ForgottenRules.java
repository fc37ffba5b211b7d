package dev.muster.arch;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.security.Published;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Mistakes that {@link AccessRuleTest} has to find. Nothing of it is shipped. */
final class ForgottenRules {

    private ForgottenRules() {}

    @Stateless
    static class Bean {
        public int answer(String question) {
            return question.length();
        }
    }

    @Singleton
    static class SingleBean {
        public int answer() {
            return 1;
        }
    }

    @Stateless
    static class BeanThatDoesNotAsk {
        public int answer(Caller caller) {
            return 1;
        }
    }

    @Stateless
    @Access(Rule.WITHIN)
    static class BeanThatDeclaresButDoesNotAsk {
        public int answer(Caller caller) {
            return 1;
        }
    }

    @Stateless
    @Access(Rule.EVERYONE)
    static class BeanWithRule {
        public int answer() {
            return 1;
        }
    }

    @Path("forgotten")
    static class Endpoint {
        @GET
        public String answer() {
            return "";
        }
    }

    @Path("forgotten")
    @Published
    static class EndpointWithTwoRules {
        @GET
        @Authenticated
        public String answer() {
            return "";
        }
    }

    @Path("forgotten")
    @Authenticated
    static class EndpointThatForgetsItsUser {
        @GET
        public String answer() {
            return "";
        }
    }

    @WebServlet("/resources/forgotten")
    static class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1;
    }
}
