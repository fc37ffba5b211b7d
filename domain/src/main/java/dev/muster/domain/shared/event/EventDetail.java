package dev.muster.domain.shared.event;

/** An argument of a use case that says what is changed, in a few words and without a secret or a person's name. */
public interface EventDetail {

    /** Such as {@code role=OPERATOR disabled=true}; empty if there is nothing to say. */
    String eventDetail();
}
