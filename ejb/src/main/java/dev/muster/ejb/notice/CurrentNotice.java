package dev.muster.ejb.notice;

import dev.muster.domain.notice.Notice;

/**
 * A notice, and what has become of it.
 *
 * @param devicesNow how many devices of the organization its certificate has proved now; 0 if it is not about a
 *     certificate
 */
public record CurrentNotice(Notice notice, long devicesNow) {}
