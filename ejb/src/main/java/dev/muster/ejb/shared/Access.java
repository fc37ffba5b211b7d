package dev.muster.ejb.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call a bean's public methods if they do not take a caller first. Each public method of a bean takes a
 * {@link dev.muster.domain.shared.Caller} and asks it, or has such a rule; a test ends the build otherwise. The rule
 * also decides which rows the method sees ({@link Scope}).
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {

    Rule value();

    /** Who may call. */
    enum Rule {
        /** Everybody: the method gives out what is public, or finds out who the caller is. */
        EVERYONE,
        /** A device, which proves itself in the method. */
        DEVICE,
        /** The server itself: a timer, its start, or work in the background. */
        SYSTEM,
        /** Another use case, which has asked its caller. */
        WITHIN
    }
}
