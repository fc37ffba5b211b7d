package dev.muster.domain.mail;

/** What a mail is about. */
public enum MailKind {
    /** The link with which a user who has forgotten the password chooses another one. */
    PASSWORD_LINK,
    /** The link with which a user confirms an address. */
    ADDRESS_CONFIRMATION,
    /** An address is not used any more. The mail goes to this address. */
    FORMER_ADDRESS,
    /** An organization has unread notices. */
    NOTICES
}
