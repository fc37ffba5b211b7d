/* The list of devices: its address follows what it shows, and devices stay selected while other pages are shown. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  /* What is selected, for the dialogs that change devices. */
  var selection = Muster.deviceSelection = Muster.selection({table: "#devices", atMost: 200});

  function byId(id) { return document.getElementById(id); }

  /* A search that is being typed is one step back; every other change of the list is a step of its own. */
  function follow() {
    var link = byId("found").dataset.link;
    if (window.location.search === link) {
      return;
    }
    var before = new URLSearchParams(window.location.search);
    var after = new URLSearchParams(link);
    var isTyping = before.has("search") && after.has("search") && before.get("search") !== after.get("search");
    window.history[isTyping ? "replaceState" : "pushState"](null, "", window.location.pathname + link);
  }

  function sorted() {
    document.querySelectorAll("[data-sort-devices]").forEach(function (button) {
      button.closest("th").setAttribute("aria-sort", button.dataset.order);
    });
  }

  function drawn() {
    follow();
    selection.show();
    sorted();
  }

  function toggleFilters() {
    var isOpen = byId("filter-box").classList.toggle("open");
    byId("more-filters").setAttribute("aria-expanded", String(isOpen));
  }

  /* The chip that had the focus is gone. */
  function focusSearch() {
    jQuery(document).one("pfAjaxComplete", function () { byId("text").focus(); });
  }

  /* Another search finds other devices: what was selected of the old one is no longer in sight. */
  function narrow(command, parameters) {
    selection.clear();
    focusSearch();
    window[command](parameters);
  }

  document.addEventListener("click", function (event) {
    var target = event.target;
    var chip = target.closest("[data-drop]");
    var header = target.closest("[data-sort-devices]");
    if (chip) {
      narrow("musterDropFilter", [{name: "name", value: chip.dataset.drop}]);
    } else if (target.closest("[data-clear]")) {
      narrow("musterClearFilters", []);
    } else if (header) {
      window.musterSortDevices([{name: "column", value: header.dataset.sortDevices}]);
    } else if (target.closest("#more-filters")) {
      toggleFilters();
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.closest("#filters") && !event.target.matches(".sort-by")) {
      selection.clear();
    }
  });

  window.addEventListener("popstate", function () { window.location.reload(); });

  document.addEventListener("DOMContentLoaded", function () {
    selection.show();
    sorted();
    jQuery(document).on("pfAjaxComplete", drawn);
  });
}());
