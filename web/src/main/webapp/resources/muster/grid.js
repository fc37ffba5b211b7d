/*
 * The cells of the grid are plain fields. A changed cell is saved when the user leaves it or presses Enter. Changes are
 * sent one after the other, each with the version of its row. What the user types meanwhile is kept when the table is
 * drawn again. A change that the server has not accepted stays marked (grid-unsaved.js), and is sent again.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var queue = [];
  var refused = [];
  var sending = null;
  var versions = {};
  var typed = null;
  var isUpdating = false;
  var isHeld = false;

  function cellOf(row, column) {
    return document.querySelector("#grid .cell[data-row='" + row + "'][data-column='" + column + "']");
  }

  function versionOf(row) {
    var shown = document.querySelector("#grid [data-version-of='" + row + "']");
    return shown ? shown.dataset.version : versions[row];
  }

  function isCell(element) { return Boolean(element && element.classList && element.classList.contains("cell")); }

  function isOf(cell) {
    return function (change) { return change.row === cell.dataset.row && change.column === cell.dataset.column; };
  }

  /* The saved text as a field can show it, without line breaks. */
  function saved(cell) {
    var text = cell.dataset.saved || "";
    return cell.tagName === "INPUT" ? text.replace(/[\r\n]/g, "") : text;
  }

  /* Everything that was typed and that the server has not accepted, in the order of typing. */
  function pending() { return refused.concat(sending ? [sending] : [], queue); }

  function isChanged(cell) {
    var last = pending().filter(isOf(cell)).pop();
    return cell.value !== (last ? last.value : saved(cell));
  }

  /* Whether nothing is typed into this cell that the server does not have. */
  function isUntouched(element) { return isCell(element) && element.value === saved(element); }

  function next() {
    if (sending || isHeld || !queue.length || Muster.gridUnsaved.isAway()) {
      return;
    }
    sending = queue.shift();
    window.musterSaveCell([
      {name: "row", value: sending.row},
      {name: "column", value: sending.column},
      {name: "value", value: sending.value},
      {name: "version", value: sending.version || versionOf(sending.row)}
    ]);
  }

  /* The version is read when the change is sent, because an earlier change of ours may be on its way. */
  function enqueue(cell, value) {
    function isOther(change) { return !isOf(cell)(change); }
    queue = queue.filter(isOther);
    refused = refused.filter(isOther);
    versions[cell.dataset.row] = versionOf(cell.dataset.row);
    queue.push({row: cell.dataset.row, column: cell.dataset.column, value: value});
    next();
    Muster.gridUnsaved.show();
  }

  function save(cell) {
    if (isChanged(cell)) {
      enqueue(cell, cell.value);
    }
  }

  /* The cell that has the focus, or whose tip has it. */
  function current() {
    var element = document.activeElement;
    var box = element && element.closest("#grid td.cell-box");
    return isCell(element) ? element : box && box.querySelector(".cell");
  }

  function beforeUpdate() {
    var cell = current();
    isUpdating = true;
    typed = cell
      ? {row: cell.dataset.row, column: cell.dataset.column, value: cell.value, changed: isChanged(cell),
        from: cell.selectionStart, to: cell.selectionEnd}
      : null;
  }

  /* Runs as soon as the new table is there, so that no keystroke is lost. */
  function updated(args) {
    if (args && args.row) {
      versions[args.row] = args.version;
    }
    if (isUpdating) {
      isUpdating = false;
      restorePending();
      restoreTyped();
      Muster.gridUnsaved.show();
    }
  }

  /* The change that was just answered is finished, whatever the answer was. */
  function restorePending() {
    refused.concat(queue).forEach(function (change) {
      var waiting = cellOf(change.row, change.column);
      if (waiting) {
        waiting.value = change.value;
      }
    });
  }

  function restoreTyped() {
    var cell = typed && cellOf(typed.row, typed.column);
    typed = typed || {};
    if (!cell || cell === document.activeElement || Muster.isDialogOpen()) {
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

  /* Puts the changes that were not accepted at the front again. */
  function again() {
    queue = refused.concat(sending ? [sending] : [], queue);
    refused = [];
    sending = null;
    isHeld = false;
  }

  Muster.grid = {
    cellOf: cellOf,
    current: current,
    versionOf: versionOf,
    isCell: isCell,
    enqueue: enqueue,
    save: save,
    isChanged: isChanged,
    isUntouched: isUntouched,
    savedValue: saved,
    pending: pending,
    refused: function () { return refused; },
    isSending: function () { return sending; },
    next: next,
    again: again,
    take: function (changes) { queue = changes; next(); },
    hold: function () {
      isHeld = true;
      isUpdating = false;
    },
    saved: function (args) {
      Muster.gridUnsaved.answered(args);
      if (sending && !isHeld && !(args && args.redirect)) {
        sending = null;
        Muster.gridUnsaved.tellRestored(args);
        next();
        Muster.gridUnsaved.show();
      }
    },
    /* No answer, or an error: the change still has to be sent. */
    failed: function (request) {
      var change = sending;
      sending = null;
      isUpdating = false;
      if (change && Muster.gridUnsaved.failed(request ? request.status : 0)) {
        queue.unshift(change);
      } else if (change) {
        refused.push(change);
      }
      Muster.gridUnsaved.show();
    }
  };

  document.addEventListener("focusout", function (event) {
    if (isCell(event.target) && !isUpdating && !isHeld) {
      save(event.target);
    }
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches && event.target.matches("select.cell")) {
      save(event.target);
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    jQuery(document).on("pfAjaxSuccess", beforeUpdate)
        .on("pfAjaxUpdated", function (event, answer, settings, args) { updated(args); });
  });
}());
