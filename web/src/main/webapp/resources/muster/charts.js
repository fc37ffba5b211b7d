/* Charts in the colors of the page. A canvas reads no custom properties of CSS, so a chart names them ("--brand") and this script reads them. */
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

  function paintFrame() {
    var isRightToLeft = document.documentElement.dir === "rtl";
    window.Chart.defaults.locale = document.documentElement.lang + "-u-nu-latn";
    window.Chart.defaults.plugins.tooltip.rtl = isRightToLeft;
    window.Chart.defaults.plugins.tooltip.textDirection = isRightToLeft ? "rtl" : "ltr";
    window.Chart.defaults.color = computed("--ink-soft");
    window.Chart.defaults.borderColor = computed("--line");
  }

  function repaint() {
    if (window.Chart) {
      paintFrame();
      Object.values(window.Chart.instances).forEach(function (chart) { chart.update("none"); });
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (window.Chart) {
      paintFrame();
      window.Chart.register({id: "muster-colors", beforeUpdate: function (chart) { chart.config.data.datasets.forEach(paint); }});
      repaint();
    }
  });
  document.addEventListener("muster:scheme", repaint);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
}());
