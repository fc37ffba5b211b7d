package dev.muster.web.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.notice.NoticeStatus;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.notice.CurrentNotice;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import java.time.Instant;

/** What a notice says: what was done, what that means for the organization, and what to do. */
final class NoticeSentences {

    private final Notice notice;

    private final long devicesNow;

    private final NoticeStatus status;

    private final Display display;

    private final Texts texts;

    NoticeSentences(CurrentNotice current, Instant now, Display display, Texts texts) {
        this.notice = current.notice();
        this.devicesNow = current.devicesNow();
        this.status = notice.status(now);
        this.display = display;
        this.texts = texts;
    }

    /** Who did what; without a full stop. */
    String title() {
        String manufacturer = notice.manufacturer().name();
        return switch (notice.kind()) {
            case IDENTIFIER_RELEASED -> released(manufacturer, display.isolated(notice.uniqueIdentifier()));
            case CERTIFICATE_DELETED ->
                texts.of(
                        switch (status) {
                            case PLANNED -> "notice.certificateWillGo";
                            case IN_FORCE -> "notice.certificateGone";
                            case WITHDRAWN -> "notice.certificateStays";
                        },
                        manufacturer,
                        notice.certificateName());
            case MANUFACTURER_SUSPENDED ->
                texts.of(status == NoticeStatus.WITHDRAWN ? "notice.notSuspended" : "notice.suspended", manufacturer);
        };
    }

    private String released(String manufacturer, String identifier) {
        return notice.isByAdministrator()
                ? texts.of("notice.releasedByAdministrator", identifier)
                : texts.of("notice.releasedByManufacturer", manufacturer, identifier);
    }

    /** What that means for the organization. */
    String effect() {
        return switch (notice.kind()) {
            case IDENTIFIER_RELEASED ->
                texts.of(notice.isDeviceDeleted() ? "notice.offYourListsWithDevice" : "notice.offYourLists");
            case CERTIFICATE_DELETED ->
                switch (status) {
                    case PLANNED -> refused("notice.willRefuseNone", "notice.willRefuse");
                    case IN_FORCE -> refused("notice.refusesNone", "notice.refuses");
                    case WITHDRAWN -> texts.of("notice.planCancelled");
                };
            case MANUFACTURER_SUSPENDED ->
                status == NoticeStatus.WITHDRAWN
                        ? texts.of("notice.canJoinAgain")
                        : texts.of("notice.refusesProofs", notice.devices());
        };
    }

    /**
     * @param none the text if the organization has no such devices now
     * @param some the text if it has
     */
    private String refused(String none, String some) {
        String since = display.moment(notice.effectiveAt());
        String refused = devicesNow == 0 ? texts.of(none, since) : texts.of(some, since, devicesNow);
        return devicesNow == notice.devices() ? refused : refused + " " + texts.of("notice.wereThen", notice.devices());
    }

    /** What to do. */
    String advice() {
        return switch (notice.kind()) {
            case IDENTIFIER_RELEASED -> texts.of("notice.askOrImportAgain");
            case CERTIFICATE_DELETED ->
                status == NoticeStatus.WITHDRAWN || devicesNow == 0 ? texts.of("notice.nothing") : change();
            case MANUFACTURER_SUSPENDED ->
                texts.of(status == NoticeStatus.WITHDRAWN ? "notice.nothingTriesAgain" : "notice.askAdministrator");
        };
    }

    private String change() {
        String change =
                texts.of(status == NoticeStatus.PLANNED ? "notice.otherCertificateBefore" : "notice.otherCertificate");
        return notice.revocationReason() == RevocationReason.KEY_COMPROMISE
                ? texts.of("notice.knowAllDevices") + " " + change
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
