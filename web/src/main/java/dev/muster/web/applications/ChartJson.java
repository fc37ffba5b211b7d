package dev.muster.web.applications;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.web.shared.ScriptJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** What the charts of dashboards have in common. Colors are names of {@code colors.css}, which the script of charts reads. */
final class ChartJson {

    private ChartJson() {}

    /** The JSON that PrimeFaces and Chart.js 4 read. */
    static String of(String type, JsonObjectBuilder data, JsonObjectBuilder options) {
        return ScriptJson.of(OwnJson.object()
                .add("type", type)
                .add("data", data)
                .add("options", options.add("animation", false).add("maintainAspectRatio", false))
                .build());
    }

    static JsonObjectBuilder data(JsonArrayBuilder labels, JsonArrayBuilder sets) {
        return OwnJson.object().add("labels", labels).add("datasets", sets);
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
