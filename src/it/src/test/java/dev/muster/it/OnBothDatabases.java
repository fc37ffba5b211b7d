package dev.muster.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs a whole class once on each {@link Database}. It is for scenarios whose result depends on the engine:
 *
 * <ul>
 *   <li>SQL that Muster writes itself: imports, changes and searches of drafts, commits, duplicates, telemetry, the funnel, lists;
 *   <li>locks and requests at the same time;
 *   <li>what is left after a server was killed;
 *   <li>what the engine writes into its own files.
 * </ul>
 *
 * <p>Everything else runs on PostgreSQL only: HTTP, TLS, headers, parameters, forms, and what a request is refused for. The browser
 * tests run on H2, so that each feature of the portal meets that engine too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ParameterizedClass(name = "{0}")
@EnumSource(Database.class)
@interface OnBothDatabases {}
