package dev.muster.ejb.mail;

/**
 * Why a mail was not taken.
 *
 * @param reason a sentence for the operator; it has no text of the mail and no address
 * @param isFinal whether another try cannot help
 */
record SmtpFault(String reason, boolean isFinal) {}
