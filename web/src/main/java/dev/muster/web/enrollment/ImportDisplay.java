package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** How an import is shown. */
@Named
@ApplicationScoped
public class ImportDisplay {

    /** The status that pages show: while many rows are changed they are checked again, so it is VALIDATING. */
    public ImportStatus status(DeviceImport shown) {
        return shown.status() == ImportStatus.CHANGING ? ImportStatus.VALIDATING : shown.status();
    }
}
