package dev.muster.rest.security;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Leaves every request to this archive's own filters. The portal has a mechanism by which the container logs people in,
 * so the container puts its login module into every archive of the application. This listener removes the module before
 * the first request ({@link AuthConfigFactory#removeServerAuthModule}).
 */
@WebListener
public class NoContainerLogin implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }
}
