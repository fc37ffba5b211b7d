package dev.muster.it.container;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Lets Arquillian call the tests without a login. As in {@code dev.muster.rest.security.NoContainerLogin}, the container
 * puts the portal's login module into every archive of the application.
 */
@WebListener
public class NoContainerLogin implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }
}
