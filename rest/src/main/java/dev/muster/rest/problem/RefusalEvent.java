package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.SecurityLog;

/**
 * Writes the security event of a problem, if it is one, and if no use case has written it before. An unknown address is
 * none: scanners ask for many. A use case writes that an object does not exist.
 */
final class RefusalEvent {

    private RefusalEvent() {}

    static void write(Problem problem) {
        EventKind.of(problem.code())
                .filter(kind -> problem.code() != ProblemCode.NOT_FOUND)
                .ifPresent(kind -> SecurityLog.write(SecurityEvent.of(kind)
                        .with("reason", problem.code().code())
                        .with("attempt", problem.instance())));
    }
}
