/* Arranges a dashboard. Dragging is PrimeFaces'; everything can also be done by buttons, which keep the focus. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  /* The button that was pressed: it is drawn again, so the focus goes to the new one. */
  var pressed = null;

  function focus(selector) {
    var element = document.querySelector(selector) || document.querySelector("[data-testid=add-widget]");
    if (element) {
      element.focus();
    }
  }

  Muster.dashboard = {
    moved: function () {
      if (pressed) {
        focus("[data-move-widget='" + pressed.widget + "'][data-to=" + pressed.to + "]");
      }
    },
    removed: function () { focus("[data-undo-widget]"); },
    restored: function () { focus("[data-testid=add-widget]"); },
    opened: function () { PF("widget").show(); },
    saved: function () { PF("widget").hide(); }
  };

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-move-widget], [data-edit-widget], [data-remove-widget], [data-undo-widget]");
    if (!button) {
      return;
    }
    var data = button.dataset;
    if ("moveWidget" in data) {
      pressed = {widget: data.moveWidget, to: data.to};
      window.musterMoveWidget([{name: "widget", value: data.moveWidget}, {name: "to", value: data.to}]);
    } else if ("editWidget" in data) {
      window.musterEditWidget(data.editWidget ? [{name: "widget", value: data.editWidget}] : []);
    } else if ("removeWidget" in data) {
      window.musterRemoveWidget([{name: "widget", value: data.removeWidget}]);
    } else {
      window.musterUndoWidget([]);
    }
  });
}());
