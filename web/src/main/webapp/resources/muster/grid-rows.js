/* Selecting rows, deleting them, and undoing the last change. Rows stay selected while other pages are shown. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var AT_MOST = 500;
  var chosen = new Set();
  var last = null;

  function boxes() { return Array.from(document.querySelectorAll("#grid [data-select]")); }

  function choose(box, isChosen) {
    if (isChosen && chosen.size >= AT_MOST && !chosen.has(box.dataset.select)) {
      Muster.tell("error", "At most " + AT_MOST + " rows can be selected at once.");
    } else if (isChosen) {
      chosen.add(box.dataset.select);
    } else {
      chosen.delete(box.dataset.select);
    }
  }

  function chooseRange(box) {
    var all = boxes();
    var from = all.findIndex(function (other) { return other.dataset.select === last; });
    var to = all.indexOf(box);
    var range = from < 0 ? [box] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
    range.forEach(function (other) { choose(other, box.checked); });
  }

  function count(number, noun) { return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s"); }

  function show() {
    var bar = document.getElementById("selection");
    var page = document.getElementById("select-page");
    var all = boxes();
    if (!bar || !page) {
      return;
    }
    all.forEach(function (box) {
      box.checked = chosen.has(box.dataset.select);
      box.closest("tr").classList.toggle("chosen", box.checked);
    });
    var here = all.filter(function (box) { return box.checked; }).length;
    page.checked = here > 0 && here === all.length;
    page.indeterminate = here > 0 && here < all.length;
    bar.hidden = chosen.size === 0;
    document.getElementById("selection-count").textContent = count(chosen.size, "row") + " selected";
  }

  function clear() {
    chosen.clear();
    last = null;
    show();
  }

  function numbers() {
    return Array.from(chosen).map(Number).sort(function (a, b) { return a - b; });
  }

  function deleteSelected() {
    var rows = numbers();
    Muster.confirm({
      title: "Delete " + count(rows.length, "row") + "?",
      lines: ["Row " + rows.slice(0, 20).join(", ") + (rows.length > 20 ? ", …" : ""),
        "They are removed from this import, and their devices cannot join. You can undo this as long as nothing else is changed."],
      yes: "Delete " + count(rows.length, "row"),
      danger: true,
      work: function () {
        window.musterDeleteSelected([{name: "rows", value: rows.join(",")}]);
        clear();
      }
    });
  }

  function deleteRow(row) {
    var version = Muster.grid.versionOf(row);
    Muster.confirm({
      title: "Delete this row?",
      lines: ["Row " + row + " is removed from this import. The file on your computer stays as it is."],
      yes: "Delete row",
      danger: true,
      work: function () {
        chosen.delete(row);
        window.musterDelete([{name: "row", value: row}, {name: "version", value: version}]);
      }
    });
  }

  function undo() {
    var button = document.getElementById("undo");
    if (button) {
      window.musterUndo([{name: "change", value: button.dataset.undo}]);
    }
  }

  document.addEventListener("click", function (event) {
    var target = event.target;
    var row = target.closest("[data-delete-row]");
    var counting = target.closest("[data-count-invalid]");
    if (target.matches("[data-select]")) {
      if (event.shiftKey) { chooseRange(target); } else { choose(target, target.checked); }
      last = target.dataset.select;
      show();
    } else if (target.matches("[data-select-page]")) {
      boxes().forEach(function (box) { choose(box, target.checked); });
      show();
    } else if (row) {
      deleteRow(row.dataset.deleteRow);
    } else if (counting) {
      window[counting.dataset.countInvalid]();
    } else if (target.closest("#delete-selected")) {
      deleteSelected();
    } else if (target.closest("#clear-selection")) {
      clear();
    } else if (target.closest("#undo")) {
      undo();
    }
  });

  document.addEventListener("keydown", function (event) {
    var isText = event.target.matches && event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !isText && !Muster.isDialogOpen()) {
      event.preventDefault();
      undo();
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    show();
    jQuery(document).on("pfAjaxUpdated", show).on("pfAjaxComplete", show);
  });
}());
