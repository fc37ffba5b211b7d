package dev.muster.web.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.notice.NoticeStatus;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.notice.CurrentNotice;
import dev.muster.web.shared.Display;
import java.time.Instant;

/** What a notice says: what was done, what that means for the organization, and what to do. */
final class NoticeSentences {

    private static final Display DISPLAY = new Display();

    private final Notice notice;

    private final long devicesNow;

    private final NoticeStatus status;

    NoticeSentences(CurrentNotice current, Instant now) {
        this.notice = current.notice();
        this.devicesNow = current.devicesNow();
        this.status = notice.status(now);
    }

    /** Who did what; without a full stop. */
    String title() {
        String manufacturer = notice.manufacturer().name();
        return switch (notice.kind()) {
            case IDENTIFIER_RELEASED ->
                (notice.isByAdministrator() ? "An administrator of the platform" : manufacturer)
                        + " released identifier " + DISPLAY.isolated(notice.uniqueIdentifier());
            case CERTIFICATE_DELETED ->
                manufacturer
                        + switch (status) {
                            case PLANNED -> " will delete";
                            case IN_FORCE -> " deleted";
                            case WITHDRAWN -> " keeps";
                        }
                        + " certificate “" + notice.certificateName() + "”";
            case MANUFACTURER_SUSPENDED ->
                manufacturer + (status == NoticeStatus.WITHDRAWN ? " is no longer suspended" : " is suspended");
        };
    }

    /** What that means for the organization. */
    String effect() {
        return switch (notice.kind()) {
            case IDENTIFIER_RELEASED ->
                notice.isDeviceDeleted()
                        ? "It is no longer on your lists. Its device was deleted with its credentials and data."
                        : "It is no longer on your lists.";
            case CERTIFICATE_DELETED ->
                switch (status) {
                    case PLANNED -> "From " + DISPLAY.time(notice.effectiveAt()) + " on, " + refused("will refuse");
                    case IN_FORCE -> "Since " + DISPLAY.time(notice.effectiveAt()) + " " + refused("refuses");
                    case WITHDRAWN -> "The plan to delete it is cancelled. Your devices are not affected.";
                };
            case MANUFACTURER_SUSPENDED ->
                status == NoticeStatus.WITHDRAWN
                        ? "Its devices can join again."
                        : "The server refuses all proofs of its devices: expected devices cannot join. Devices that have"
                                + " joined keep working; your organization had " + count(notice.devices()) + ".";
        };
    }

    private String refused(String refuses) {
        String refused = devicesNow == 0
                ? "the server " + refuses + " its devices; your organization has none of them now."
                : "the server " + refuses + " " + count(devicesNow) + " of your organization.";
        return devicesNow == notice.devices()
                ? refused
                : refused + " When this notice was written, there " + (notice.devices() == 1 ? "was " : "were ")
                        + DISPLAY.number(notice.devices()) + ".";
    }

    private static String count(long devices) {
        return DISPLAY.count(devices, "device");
    }

    /** What to do. */
    String advice() {
        return switch (notice.kind()) {
            case IDENTIFIER_RELEASED ->
                "If the device is yours, ask the manufacturer. If it was a mistake, import the identifier again.";
            case CERTIFICATE_DELETED -> status == NoticeStatus.WITHDRAWN || devicesNow == 0 ? nothing() : change();
            case MANUFACTURER_SUSPENDED ->
                status == NoticeStatus.WITHDRAWN
                        ? "Nothing. A device that was refused joins when it tries again."
                        : "Ask an administrator of the platform how long this lasts. Your lists stay as they are.";
        };
    }

    private static String nothing() {
        return "Nothing.";
    }

    private String change() {
        String change = status == NoticeStatus.PLANNED
                ? "Let these devices prove themselves with another certificate before that."
                : "Let these devices prove themselves with another certificate.";
        return notice.revocationReason() == RevocationReason.KEY_COMPROMISE
                ? "Check that you know all of these devices: others may have had the key. " + change
                : change;
    }

    /** When it was done, or will be. */
    Instant when() {
        return status == NoticeStatus.WITHDRAWN ? notice.withdrawnAt() : notice.effectiveAt();
    }

    /** The query of the list of devices that the notice is about; null if there is nothing to look at. */
    String devices() {
        if (notice.certificateId() == null || devicesNow == 0 || status == NoticeStatus.WITHDRAWN) {
            return null;
        }
        String certificate = "certificate=" + notice.certificateId();
        return status == NoticeStatus.IN_FORCE ? certificate + "&state=invalidated" : certificate;
    }
}
