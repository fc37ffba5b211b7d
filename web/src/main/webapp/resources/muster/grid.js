/*
 * The grid's cells are plain fields. Leaving a changed one, or Enter, saves it; Escape takes the change back. Changes are
 * sent one after the other, each with the version of its row, and what is typed meanwhile outlives the new table.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var queue = [];
  var sending = null;
  var versions = {};
  var typed = null;
  var isUpdating = false;

  function cellOf(row, column) {
    return document.querySelector("#grid .cell[data-row='" + row + "'][data-column='" + column + "']");
  }

  function versionOf(row) {
    var shown = document.querySelector("#grid [data-version-of='" + row + "']");
    return shown ? shown.dataset.version : versions[row];
  }

  function isChanged(cell) { return cell.value !== cell.dataset.saved && !cell.dataset.sent; }

  function next() {
    if (sending || !queue.length) {
      return;
    }
    sending = queue.shift();
    window.musterSaveCell([
      {name: "row", value: sending.row},
      {name: "column", value: sending.column},
      {name: "value", value: sending.value},
      {name: "version", value: versionOf(sending.row)}
    ]);
  }

  function save(cell) {
    if (!isChanged(cell)) {
      return;
    }
    cell.dataset.sent = "true";
    cell.classList.add("saving");
    versions[cell.dataset.row] = versionOf(cell.dataset.row);
    queue.push({row: cell.dataset.row, column: cell.dataset.column, value: cell.value});
    next();
  }

  function mark() {
    var marks = document.getElementById("grid-marks");
    var pages = marks && marks.dataset.marked ? marks.dataset.marked.split(" ") : [];
    document.querySelectorAll("#grid .ui-paginator-page").forEach(function (link) {
      var invalid = pages.indexOf(link.textContent.trim()) >= 0;
      link.classList.toggle("invalid-page", invalid);
      link.title = invalid ? "This page has invalid cells" : "";
    });
  }

  function follow(cell, rows) {
    var column = cell.dataset.column;
    var all = Array.from(document.querySelectorAll("#grid .cell[data-column='" + column + "']"));
    var other = all[all.indexOf(cell) + rows];
    if (other) {
      other.focus();
    } else {
      cell.blur();
    }
  }

  Muster.grid = {
    beforeUpdate: function () {
      isUpdating = true;
      var cell = document.activeElement;
      typed = cell && cell.classList.contains("cell")
        ? {row: cell.dataset.row, column: cell.dataset.column, value: cell.value, changed: isChanged(cell),
          from: cell.selectionStart, to: cell.selectionEnd}
        : null;
    },
    saved: function () {
      sending = null;
      next();
    },
    failed: function () {
      var cell = sending && cellOf(sending.row, sending.column);
      if (cell) {
        delete cell.dataset.sent;
        cell.classList.remove("saving");
      }
      sending = null;
      isUpdating = false;
    }
  };

  /* At once after the new table is there, so that no key goes astray. */
  function updated(args) {
    if (args && args.row) {
      versions[args.row] = args.version;
    }
    if (isUpdating) {
      isUpdating = false;
      restore();
    }
    mark();
  }

  function restore() {
    queue.forEach(function (change) {
      var waiting = cellOf(change.row, change.column);
      if (waiting) {
        waiting.value = change.value;
        waiting.dataset.sent = "true";
      }
    });
    var cell = typed && cellOf(typed.row, typed.column);
    if (!cell) {
      return;
    }
    cell.focus();
    if (typed.changed) {
      cell.value = typed.value;
      if (typed.from !== undefined && typed.from !== null) {
        cell.setSelectionRange(typed.from, typed.to);
      }
    }
  }

  document.addEventListener("focusout", function (event) {
    if (event.target.classList && event.target.classList.contains("cell") && !isUpdating) {
      save(event.target);
    }
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches && event.target.matches("select.cell")) {
      save(event.target);
    }
  });

  document.addEventListener("keydown", function (event) {
    var cell = event.target;
    if (!cell.classList || !cell.classList.contains("cell")) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      save(cell);
      follow(cell, event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      cell.value = cell.dataset.saved;
    } else if (cell.tagName === "INPUT" && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      follow(cell, event.key === "ArrowDown" ? 1 : -1);
    }
  });

  document.addEventListener("click", function (event) {
    var remove = event.target.closest("[data-delete-row]");
    var count = event.target.closest(".count[data-page]");
    if (remove) {
      window.musterAskDelete([
        {name: "row", value: remove.dataset.deleteRow},
        {name: "version", value: versionOf(remove.dataset.deleteRow)}
      ]);
    } else if (count && count.dataset.page !== "-1") {
      PF("grid").getPaginator().setPage(Number(count.dataset.page));
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    mark();
    jQuery(document).on("pfAjaxUpdated", function (event, answer, settings, args) { updated(args); })
        .on("pfAjaxComplete", mark);
  });
}());
