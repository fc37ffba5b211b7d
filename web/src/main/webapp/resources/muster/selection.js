/*
 * Rows of a table that are selected: one by one, from one to another with Shift, all of a page, or all that were found.
 * They stay selected while other pages are shown. The page has one such table and the bar #selection; #found says how many
 * rows were found.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  function byId(id) { return document.getElementById(id); }

  function found() { return byId("found").dataset; }

  function text(name, number) { return Muster.say("selection-texts", name, number); }

  /* Puts the text only if it is another one: it is read out. */
  function say(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  /*
   * options.table: the CSS selector of the table. options.atMost: how many can be selected one by one. What is said about the
   * rows is in #selection-texts.
   */
  Muster.selection = function (options) {
    var chosen = new Set();
    var isEverything = false;
    var last = null;

    function boxes() { return Array.from(document.querySelectorAll(options.table + " [data-select]")); }

    /* A text about all rows that were found, of which the page may know only that there are more. */
    function ofAll(exact, orMore) { return text(found().cut === "true" ? orMore : exact, Number(found().total)); }

    function choose(box, isChosen) {
      if (isChosen && chosen.size >= options.atMost && !chosen.has(box.dataset.select)) {
        Muster.tell("error", text("tooMany", options.atMost));
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

    function select(box, event) {
      if (event.shiftKey) { chooseRange(box); } else { choose(box, box.checked); }
      last = box.dataset.select;
      show();
    }

    function showBoxes(page) {
      var all = boxes();
      all.forEach(function (box) {
        box.checked = isEverything || chosen.has(box.dataset.select);
        box.closest("tr").classList.toggle("chosen", box.checked);
      });
      var here = all.filter(function (box) { return box.checked; }).length;
      page.checked = here > 0 && here === all.length;
      page.indeterminate = here > 0 && here < all.length;
      page.disabled = all.length === 0;
    }

    function show() {
      var bar = byId("selection");
      var page = byId("select-page");
      if (!bar || !page) {
        return;
      }
      showBoxes(page);
      bar.hidden = !isEverything && chosen.size === 0;
      say(byId("selection-count"), isEverything ? ofAll("allSelected", "allOrMoreSelected") : text("selected", chosen.size));
      byId("select-found").hidden = isEverything || Number(found().total) <= chosen.size;
      say(byId("select-found"), ofAll("selectAll", "selectAllOrMore"));
    }

    function clear() {
      chosen.clear();
      isEverything = false;
      last = null;
      show();
    }

    document.addEventListener("click", function (event) {
      var target = event.target;
      if (target.matches("[data-select]")) {
        select(target, event);
      } else if (target.matches("[data-select-page]")) {
        boxes().forEach(function (box) { choose(box, target.checked); });
        show();
      } else if (target.closest("#select-found")) {
        isEverything = true;
        show();
      } else if (target.closest("#clear-selection")) {
        clear();
      }
    });

    return {
      isEverything: function () { return isEverything; },
      ids: function () { return Array.from(chosen); },
      /* How many are selected. */
      size: function () { return isEverything ? Number(found().total) : chosen.size; },
      drop: function (id) { chosen.delete(id); },
      clear: clear,
      show: show
    };
  };
}());
