package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.ejb.enrollment.CommitService;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Announcements;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The progress of a server that works on an import, and a way to stop it. */
@Named
@ViewScoped
public class WorkView implements Serializable {

    /**
     * If the new page has not come after this many looks, one a second, it is opened again. To open it earlier would
     * cancel the page that is still coming.
     */
    private static final int PATIENCE = 30;

    @Inject
    private ImportService imports;

    @Inject
    private CommitService commits;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Announcements announcements;

    @Inject
    private Texts texts;

    @Inject
    private ImportView view;

    /** The name of the next page, under which its message waits. */
    private final String next = UUID.randomUUID().toString();

    /** The name that the previous page gave to this page; null if it gave none. */
    private String name;

    /** The status of the import when the page was opened. */
    private ImportStatus work;

    private boolean cancelled;

    private int looksSinceEnd;

    /** Remembers the status, and shows the message that the previous page left. */
    public void open() {
        if (name != null) {
            announcements.tell(name);
        }
        work = view.getDeviceImport().status();
    }

    /** Whether the page was opened while a server was working. This stays so until the page is opened again. */
    public boolean isWaiting() {
        return work != null && work.isWork();
    }

    /** Reads the import again, and opens the page again if the status has changed. */
    public void poll() {
        view.forget();
        if (view.getDeviceImport().status() != work && looksSinceEnd++ % PATIENCE == 0) {
            announce(view.getDeviceImport());
            view.reopenAs(next);
        }
    }

    private void announce(DeviceImport now) {
        if (now.status() == ImportStatus.COMMITTED) {
            announcements.done(next, texts.of("enrollment.devicesAdded", now.rowCount()));
        } else if (work == ImportStatus.CHANGING && now.isDraft() && now.failure() == null) {
            announcements.done(
                    next,
                    now.lastChange() == null
                            ? texts.of("enrollment.undone")
                            : texts.of("enrollment.doneWhat", texts.sentence(now.lastChange())));
        } else if (work == ImportStatus.COMMITTING && now.isDraft() && now.failure() == null) {
            announcements.error(next, texts.of("enrollment.notAddedInvalid"));
        }
    }

    /** Stops the work. If it has ended meanwhile, the next look shows that. */
    public void cancel() {
        cancelled = feedback.attempt(this::stop);
    }

    private void stop() {
        if (view.getDeviceImport().status() == ImportStatus.COMMITTING) {
            commits.cancel(caller.get(), view.organization(), view.importId());
        } else if (view.isWorking()) {
            imports.discard(caller.get(), view.organization(), view.importId());
        }
        view.forget();
    }

    /** What the server is doing, in words. */
    public String getLabel() {
        if (cancelled) {
            return texts.of("enrollment.stopping");
        }
        return texts.of(
                switch (view.getDeviceImport().status()) {
                    case READING -> "enrollment.workReading";
                    case VALIDATING -> "enrollment.workValidating";
                    case CHANGING -> "enrollment.workChanging";
                    case COMMITTING -> "enrollment.workCommitting";
                    default -> "enrollment.workDone";
                });
    }

    /** What cancelling means. */
    public String getConsequence() {
        return texts.of(
                switch (work) {
                    case CHANGING -> "enrollment.cancelChanging";
                    case COMMITTING -> "enrollment.cancelCommitting";
                    default -> "enrollment.cancelReading";
                });
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Whether the file is still being received, from another window. */
    public boolean isReading() {
        return view.getDeviceImport().status() == ImportStatus.READING;
    }
}
