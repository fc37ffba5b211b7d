/*
 * Charts in the colors of the page, and with times in the time zone of the user. A canvas reads no custom properties of CSS, so a chart names them ("--brand") and this script reads them.
 * A chart whose data has "times" has labels in UTC: "2026-12-31 14:05".
 */
(function () {
  "use strict";

  var MEMBERS = ["backgroundColor", "borderColor"];

  function color(name) { return window.getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  /* The value of a custom property still has both colors of light-dark(); a color of an element has the one that counts. */
  function computed(name) {
    var probe = document.createElement("span");
    probe.hidden = true;
    probe.style.color = "var(" + name + ")";
    document.body.appendChild(probe);
    var value = window.getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  function isName(name) { return typeof name === "string" && name.indexOf("--") === 0 && Boolean(color(name)); }

  /* A ring has a color for each part of its one set. */
  function paint(set) {
    set.named = set.named || {};
    MEMBERS.forEach(function (member) {
      var name = set.named[member] || set[member];
      if (isName(Array.isArray(name) ? name[0] : name)) {
        set.named[member] = name;
        set[member] = Array.isArray(name) ? name.map(computed) : computed(name);
      }
    });
  }

  var FORMS = {
    CLOCK: {hour: "2-digit", minute: "2-digit", hourCycle: "h23"},
    MINUTE: {day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23"},
    DAY: {dateStyle: "short"},
    UTC_DAY: {day: "2-digit", month: "2-digit", timeZone: "UTC"}
  };

  function writeTimes(data) {
    if (data.times && !data.utc) {
      data.utc = data.labels;
      data.labels = data.utc.map(function (written) { return window.Muster.localTime(written, FORMS[data.times]); });
    }
  }

  /* The title of a tooltip: the time here, and in UTC on a line of its own, because a canvas cuts off a long line. */
  function title(items) {
    var utc = items.length && items[0].chart.config.data.utc;
    var isOfOneTime = utc && items[0].chart.config.data.times !== "UTC_DAY";
    return isOfOneTime ? window.Muster.timeLines(utc[items[0].dataIndex]) : items.length ? items[0].label : "";
  }

  function paintFrame() {
    var isRightToLeft = document.documentElement.dir === "rtl";
    window.Chart.defaults.locale = document.documentElement.lang + "-u-nu-latn";
    window.Chart.defaults.plugins.tooltip.rtl = isRightToLeft;
    window.Chart.defaults.plugins.tooltip.textDirection = isRightToLeft ? "rtl" : "ltr";
    window.Chart.defaults.color = computed("--ink-soft");
    window.Chart.defaults.borderColor = computed("--line");
  }

  /* An axis keeps the colors that were the default when its chart was made. */
  function paintAxes(chart) {
    Object.values(chart.options.scales || {}).forEach(function (axis) {
      axis.ticks.color = window.Chart.defaults.color;
      axis.grid.color = window.Chart.defaults.borderColor;
      axis.border.color = window.Chart.defaults.borderColor;
    });
  }

  function repaint() {
    if (window.Chart) {
      paintFrame();
      Object.values(window.Chart.instances).forEach(function (chart) {
        paintAxes(chart);
        chart.update("none");
      });
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (window.Chart) {
      paintFrame();
      window.Chart.register({id: "muster-colors", beforeUpdate: function (chart) {
        writeTimes(chart.config.data);
        chart.config.data.datasets.forEach(paint);
      }});
      window.Chart.defaults.plugins.tooltip.callbacks.title = title;
      repaint();
    }
  });
  document.addEventListener("muster:scheme", repaint);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
}());
