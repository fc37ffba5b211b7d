package dev.muster.web.applications;

import dev.muster.domain.device.DeviceState;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.applications.WidgetData.States;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many devices are in which state, as a ring and as a list.
 *
 * @param json for PrimeFaces
 * @param rows the states that have devices
 * @param total all devices, as a number with its noun
 */
public record StateChart(String json, List<Row> rows, String total) {

    /** In the order of the ring, with the colors of {@code colors.css}. */
    private static final List<Map.Entry<DeviceState, String>> COLORS = List.of(
            Map.entry(DeviceState.REPORTING, "--brand"),
            Map.entry(DeviceState.SILENT, "--warn-strong"),
            Map.entry(DeviceState.UNHEARD, "--line-strong"),
            Map.entry(DeviceState.SUSPENDED, "--info"),
            Map.entry(DeviceState.INVALIDATED, "--bad"));

    /**
     * One state.
     *
     * @param style the name of its color in the page's style
     */
    public record Row(String label, long number, String style) {}

    static StateChart of(States data, WidgetDisplay display, DeviceNumbers devices) {
        JsonArrayBuilder labels = OwnJson.array();
        JsonArrayBuilder numbers = OwnJson.array();
        JsonArrayBuilder colors = OwnJson.array();
        List<Row> rows = new ArrayList<>();
        long total = 0;
        for (Map.Entry<DeviceState, String> color : COLORS) {
            long number = data.numbers().getOrDefault(color.getKey(), 0L);
            if (number > 0) {
                String label = display.state(color.getKey());
                labels.add(label);
                numbers.add(number);
                colors.add(color.getValue());
                rows.add(new Row(label, number, "state" + color.getValue().substring(1)));
                total += number;
            }
        }
        JsonArrayBuilder sets = OwnJson.array()
                .add(OwnJson.object()
                        .add("data", numbers)
                        .add("backgroundColor", colors)
                        .add("borderWidth", 0));
        String json = ChartJson.of(
                "doughnut",
                ChartJson.data(labels, sets),
                ChartJson.legend(false).add("cutout", "68%"));
        return new StateChart(json, rows, devices.of(total, data.isCut()));
    }

    /** Whether there is no device. */
    public boolean isNone() {
        return rows.isEmpty();
    }
}
