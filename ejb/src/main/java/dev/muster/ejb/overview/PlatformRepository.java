package dev.muster.ejb.overview;

import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.tally.TallyKind;
import dev.muster.ejb.shared.NativeValue;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.tally.NumberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Numbers of the whole platform, none of which grows with the devices. */
@ApplicationScoped
class PlatformRepository {

    private static final String TENANTS = """
            select (select count(*) from organization where deleted_at is null),
              (select count(*) from organization where deleted_at is null and suspended_at is not null),
              (select count(*) from manufacturer), (select count(*) from manufacturer where suspended_at is not null),
              (select count(*) from portal_user where deleted_at is null),
              (select count(*) from portal_user where deleted_at is null and disabled_at is not null)""";

    private static final String WORK = """
            select (select count(*) from enrollment_batch where status in (:work)),
              (select count(*) from (select id from log_leaf where leaf_index is null limit :most) as waiting),
              (select count(*) from organization where deleted_at is not null and emptied_at is null)""";

    private static final List<String> AT_WORK = Arrays.stream(ImportStatus.values())
            .filter(ImportStatus::isWork)
            .map(Enum::name)
            .toList();

    @Inject
    private Store store;

    @Inject
    private NumberRepository numbers;

    PlatformOverview overview() {
        Object[] row =
                (Object[]) store.entityManager().createNativeQuery(TENANTS).getSingleResult();
        return new PlatformOverview(
                NativeValue.number(row[0]),
                NativeValue.number(row[1]),
                NativeValue.number(row[2]),
                NativeValue.number(row[3]),
                NativeValue.number(row[4]),
                NativeValue.number(row[5]),
                numbers.total(TallyKind.ENROLLED),
                numbers.total(TallyKind.DEVICES));
    }

    WaitingWork work() {
        Object[] row = (Object[]) store.entityManager()
                .createNativeQuery(WORK)
                .setParameter("work", AT_WORK)
                .setParameter("most", WaitingWork.MOST)
                .getSingleResult();
        return new WaitingWork(NativeValue.number(row[0]), NativeValue.number(row[1]), NativeValue.number(row[2]));
    }
}
