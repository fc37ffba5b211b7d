package dev.muster.ejb.applications;

import dev.muster.domain.applications.Widget;

/** A widget with what it shows now. */
public record ShownWidget(Widget widget, WidgetData data) {}
