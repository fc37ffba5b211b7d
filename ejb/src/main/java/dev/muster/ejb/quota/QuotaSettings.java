package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The limits of all tenants for which no administrator has set another limit. */
@ApplicationScoped
class QuotaSettings {

    private final Map<Quota, Integer> limits = new EnumMap<>(Quota.class);

    QuotaSettings() {
        Config config = ConfigProvider.getConfig();
        for (Quota quota : Quota.values()) {
            limits.put(
                    quota,
                    config.getOptionalValue(quota.setting(), Integer.class).orElse(quota.usual()));
        }
    }

    int of(Quota quota) {
        return limits.getOrDefault(quota, quota.usual());
    }
}
