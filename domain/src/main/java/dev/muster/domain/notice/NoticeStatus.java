package dev.muster.domain.notice;

/** Whether what a notice tells is the case. */
public enum NoticeStatus {
    /** It is going to be. */
    PLANNED,
    /** It is. */
    IN_FORCE,
    /** It was taken back: the plan was cancelled, or the suspension has ended. */
    WITHDRAWN
}
