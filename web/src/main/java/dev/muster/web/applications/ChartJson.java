package dev.muster.web.applications;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.web.shared.ScriptJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** What the charts of dashboards have in common. Colors are names of {@code colors.css}, which the script of charts reads. */
final class ChartJson {

    private ChartJson() {}

    /** The JSON that PrimeFaces and Chart.js 4 read. */
    static String of(String type, JsonArrayBuilder labels, JsonArrayBuilder sets, JsonObjectBuilder options) {
        return ScriptJson.of(OwnJson.object()
                .add("type", type)
                .add("data", OwnJson.object().add("labels", labels).add("datasets", sets))
                .add("options", options.add("animation", false).add("maintainAspectRatio", false))
                .build());
    }

    /** Options with or without a legend. */
    static JsonObjectBuilder legend(boolean isShown) {
        JsonObjectBuilder legend = OwnJson.object()
                .add("display", isShown)
                .add("position", "bottom")
                .add("labels", OwnJson.object().add("boxWidth", 12));
        return OwnJson.object().add("plugins", OwnJson.object().add("legend", legend));
    }
}
