package dev.muster.ejb.overview;

import java.util.List;

/**
 * What somebody of an organization should look at.
 *
 * @param approvals devices that wait for a decision
 * @param notices notices of the organization that nobody has read
 * @param expiring devices whose own certificate expires soon
 * @param endings certificates of manufacturers that end, or have ended, and have proved devices of the organization
 * @param drafts imports that are not committed, the newest first; a few at most
 * @param moreDrafts how many more there are
 */
public record OpenTasks(
        long approvals,
        long notices,
        long expiring,
        List<CertificateEnding> endings,
        List<OpenDraft> drafts,
        long moreDrafts) {}
