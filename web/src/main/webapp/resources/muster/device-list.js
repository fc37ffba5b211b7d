/* The list of devices: its address follows what it shows, and devices stay selected while other pages are shown. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var AT_MOST = 200;
  var chosen = new Set();
  var isEverything = false;
  var last = null;

  function byId(id) { return document.getElementById(id); }

  function boxes() { return Array.from(document.querySelectorAll("#devices [data-select]")); }

  function found() { return byId("found").dataset; }

  /* What is selected, for the dialogs that change devices. */
  Muster.deviceSelection = {
    isEverything: function () { return isEverything; },
    ids: function () { return Array.from(chosen); },
    clear: function () { clear(); }
  };

  /* A search that is being typed is one step back; every other change of the list is a step of its own. */
  function follow() {
    var link = found().link;
    if (window.location.search === link) {
      return;
    }
    var before = new URLSearchParams(window.location.search);
    var after = new URLSearchParams(link);
    var isTyping = before.has("search") && after.has("search") && before.get("search") !== after.get("search");
    window.history[isTyping ? "replaceState" : "pushState"](null, "", window.location.pathname + link);
  }

  function choose(box, isChosen) {
    if (isChosen && chosen.size >= AT_MOST && !chosen.has(box.dataset.select)) {
      Muster.tell("error", "At most " + AT_MOST + " devices can be selected one by one. Select all that were found instead.");
    } else if (isChosen) {
      chosen.add(box.dataset.select);
    } else {
      chosen.delete(box.dataset.select);
    }
    isEverything = false;
  }

  function chooseRange(box) {
    var all = boxes();
    var from = all.findIndex(function (other) { return other.dataset.select === last; });
    var to = all.indexOf(box);
    var range = from < 0 ? [box] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
    range.forEach(function (other) { choose(other, box.checked); });
  }

  function clear() {
    chosen.clear();
    isEverything = false;
    last = null;
    show();
  }

  function total() {
    return Number(found().total).toLocaleString("en") + (found().cut === "true" ? " or more" : "");
  }

  function sentence() {
    if (isEverything) {
      return "All " + total() + " that were found are selected";
    }
    return chosen.size.toLocaleString("en") + (chosen.size === 1 ? " device" : " devices") + " selected";
  }

  /* Puts the text only if it is another one: it is read out. */
  function say(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  function show() {
    var bar = byId("selection");
    var page = byId("select-page");
    if (!bar || !page) {
      return;
    }
    var all = boxes();
    all.forEach(function (box) {
      box.checked = isEverything || chosen.has(box.dataset.select);
      box.closest("tr").classList.toggle("chosen", box.checked);
    });
    var here = all.filter(function (box) { return box.checked; }).length;
    page.checked = here > 0 && here === all.length;
    page.indeterminate = here > 0 && here < all.length;
    page.disabled = all.length === 0;
    bar.hidden = !isEverything && chosen.size === 0;
    say(byId("selection-count"), sentence());
    byId("select-found").hidden = isEverything || Number(found().total) <= chosen.size;
    say(byId("select-found"), "Select all " + total() + " that were found");
  }

  function sorted() {
    document.querySelectorAll("[data-sort-devices]").forEach(function (button) {
      button.closest("th").setAttribute("aria-sort", button.dataset.order);
    });
  }

  function drawn() {
    follow();
    show();
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
    clear();
    focusSearch();
    window[command](parameters);
  }

  function select(target, event) {
    if (event.shiftKey) { chooseRange(target); } else { choose(target, target.checked); }
    last = target.dataset.select;
    show();
  }

  document.addEventListener("click", function (event) {
    var target = event.target;
    var chip = target.closest("[data-drop]");
    var header = target.closest("[data-sort-devices]");
    if (target.matches("[data-select]")) {
      select(target, event);
    } else if (target.matches("[data-select-page]")) {
      boxes().forEach(function (box) { choose(box, target.checked); });
      show();
    } else if (chip) {
      narrow("musterDropFilter", [{name: "name", value: chip.dataset.drop}]);
    } else if (target.closest("[data-clear]")) {
      narrow("musterClearFilters", []);
    } else if (header) {
      window.musterSortDevices([{name: "column", value: header.dataset.sortDevices}]);
    } else if (target.closest("#select-found")) {
      isEverything = true;
      show();
    } else if (target.closest("#clear-selection")) {
      clear();
    } else if (target.closest("#more-filters")) {
      toggleFilters();
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.closest("#filters") && !event.target.matches(".sort-by")) {
      clear();
    }
  });

  window.addEventListener("popstate", function () { window.location.reload(); });

  document.addEventListener("DOMContentLoaded", function () {
    show();
    sorted();
    jQuery(document).on("pfAjaxComplete", drawn);
  });
}());
