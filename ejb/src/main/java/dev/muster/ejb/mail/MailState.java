package dev.muster.ejb.mail;

import dev.muster.domain.mail.QueuedMail;
import dev.muster.domain.shared.Page;

/**
 * How the mails are doing.
 *
 * @param isOn whether Muster sends mails
 * @param waiting how many mails wait
 * @param failed those that could not be sent, the last failed first
 */
public record MailState(boolean isOn, long waiting, Page<QueuedMail> failed) {}
