package dev.muster.ejb.shared.event;

import dev.muster.domain.shared.event.EventKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a use case whose success is a security event. {@link AuditInterceptor} writes the line when the transaction has
 * committed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

    EventKind value();
}
