package dev.muster.ejb.notice;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.notice.Notice;
import dev.muster.ejb.manufacturer.SuspensionNews;
import dev.muster.ejb.tally.NumberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells each organization that has enrolled identifiers of a manufacturer that the manufacturer is suspended, and when
 * the suspension has ended. The caller has locked the manufacturer.
 */
@ApplicationScoped
public class SuspensionNotices implements SuspensionNews {

    @Inject
    private NoticeRepository notices;

    @Inject
    private NumberRepository numbers;

    @Override
    public void tell(Manufacturer manufacturer, Instant now) {
        List<Notice> written = notices.ofSuspension(manufacturer.id());
        if (manufacturer.isSuspended() == !written.isEmpty()) {
            return;
        }
        Map<UUID, Long> devices = numbers.devicesOfEnrolled(manufacturer.id());
        if (manufacturer.isSuspended()) {
            devices.forEach((organizationId, number) ->
                    notices.add(Notice.ofSuspension(manufacturer, organizationId, number, now)));
        } else {
            written.forEach(notice -> notice.withdraw(devices.getOrDefault(notice.organizationId(), 0L), now));
        }
    }
}
