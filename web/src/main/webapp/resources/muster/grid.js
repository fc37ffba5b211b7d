/*
 * The grid's cells are plain fields. Leaving a changed one, or Enter, saves it; Escape takes the change back. Changes are
 * sent one after the other, each with the version of its row. What is typed meanwhile outlives the new table, and what
 * could not be sent because the session has ended outlives the login.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var queue = [];
  var sending = null;
  var versions = {};
  var typed = null;
  var isUpdating = false;
  var restored = 0;
  var isCutOff = false;

  function cellOf(row, column) {
    return document.querySelector("#grid .cell[data-row='" + row + "'][data-column='" + column + "']");
  }

  function versionOf(row) {
    var shown = document.querySelector("#grid [data-version-of='" + row + "']");
    return shown ? shown.dataset.version : versions[row];
  }

  function isCell(element) { return Boolean(element && element.classList && element.classList.contains("cell")); }

  /* As the field can show it: a line break leaves no trace in one. */
  function saved(cell) {
    var text = cell.dataset.saved || "";
    return cell.tagName === "INPUT" ? text.replace(/[\r\n]/g, "") : text;
  }

  function isChanged(cell) { return cell.value !== saved(cell) && !cell.dataset.sent; }

  function next() {
    if (sending || !queue.length) {
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

  /* The version is that of the row at the time of sending, because an earlier change of ours may be on its way. */
  function enqueue(cell, value) {
    cell.dataset.sent = "true";
    cell.classList.add("saving");
    versions[cell.dataset.row] = versionOf(cell.dataset.row);
    queue.push({row: cell.dataset.row, column: cell.dataset.column, value: value});
    next();
  }

  function save(cell) {
    if (isChanged(cell)) {
      enqueue(cell, cell.value);
    }
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

  /* The cell in which somebody is, or whose tip somebody is in. */
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

  /* At once after the new table is there, so that no key goes astray. */
  function updated(args) {
    if (args && args.row) {
      versions[args.row] = args.version;
    }
    if (isUpdating) {
      isUpdating = false;
      restoreQueued();
      restoreTyped();
    }
  }

  function restoreQueued() {
    queue.forEach(function (change) {
      var waiting = cellOf(change.row, change.column);
      if (waiting) {
        waiting.value = change.value;
        waiting.dataset.sent = "true";
        waiting.classList.add("saving");
      }
    });
  }

  function restoreTyped() {
    var cell = typed && cellOf(typed.row, typed.column);
    typed = typed || {};
    if (!cell || cell === document.activeElement) {
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

  /* What was typed and is not saved: on its way, waiting, or still being typed. */
  function unsaved() {
    var fields = Array.from(document.querySelectorAll("#grid .cell")).filter(isChanged).map(function (cell) {
      return {row: cell.dataset.row, column: cell.dataset.column, value: cell.value};
    });
    return (sending ? [sending] : []).concat(queue, fields).map(function (change) {
      return {row: change.row, column: change.column, value: change.value,
        version: change.version || versionOf(change.row)};
    });
  }

  function storageKey() {
    var grid = document.querySelector("[data-import]");
    return "muster.unsaved." + (grid ? grid.dataset.import : "");
  }

  /* A change on its way arrives, unless the page was cut off. */
  function keepUnsaved() {
    var changes = isCutOff ? unsaved() : queue;
    if (changes.length) {
      window.sessionStorage.setItem(storageKey(), JSON.stringify(changes));
    }
  }

  function sendKept() {
    var kept = window.sessionStorage.getItem(storageKey());
    if (kept && window.musterSaveCell) {
      window.sessionStorage.removeItem(storageKey());
      queue = JSON.parse(kept);
      restored = queue.length;
      next();
    }
  }

  /* PrimeFaces puts its nonce into the forms some time after the page is there; without it a request is refused. */
  function whenReady(times) {
    if (times === 0 || document.querySelector("input[name='primefaces.nonce']")) {
      sendKept();
    } else {
      window.setTimeout(function () { whenReady(times - 1); }, 50);
    }
  }

  function tellRestored(args) {
    if (restored && !queue.length) {
      if (args && args.row) {
        Muster.tell("info", "What you had typed before is saved now.");
      }
      restored = 0;
    }
  }

  function listUnsaved() {
    var list = document.getElementById("ended-unsaved");
    list.textContent = "";
    unsaved().forEach(function (change) {
      var item = document.createElement("li");
      item.textContent = "Row " + change.row + ", " + change.column + ": “" + change.value + "”";
      list.appendChild(item);
    });
  }

  Muster.grid = {
    cellOf: cellOf,
    current: current,
    versionOf: versionOf,
    enqueue: enqueue,
    saved: function (args) {
      isCutOff = isCutOff || Boolean(args && args.redirect);
      if (sending && !Muster.grid.isHeld && !(args && args.redirect)) {
        sending = null;
        tellRestored(args);
        next();
      }
    },
    failed: function () {
      var cell = sending && cellOf(sending.row, sending.column);
      if (cell) {
        cell.value = sending.value;
        delete cell.dataset.sent;
        cell.classList.remove("saving");
      } else if (sending) {
        Muster.tell("error", "Not saved in row " + sending.row + ": \"" + sending.value + "\"");
      }
      sending = null;
      isUpdating = false;
    },
    isHeld: false
  };

  document.addEventListener("muster:session-ended", function (event) {
    if (window.musterSaveCell) {
      event.preventDefault();
      Muster.grid.isHeld = true;
      isCutOff = true;
      isUpdating = false;
      listUnsaved();
      PF("ended").cfg.onHide = goOn;
      PF("ended").show();
    }
  });

  /* Who closes the dialog can go on typing; the next change asks again. */
  function goOn() {
    Muster.grid.isHeld = false;
    queue = (sending ? [sending] : []).concat(queue);
    sending = null;
  }

  /* A page that has grown old is loaded anew, and so is one after a login: the change goes on from there. */
  window.addEventListener("pagehide", keepUnsaved);
  window.addEventListener("load", function () { whenReady(40); });

  document.addEventListener("focusout", function (event) {
    if (isCell(event.target) && !isUpdating && !Muster.grid.isHeld) {
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
    if (!isCell(cell)) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      save(cell);
      follow(cell, event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      cell.value = saved(cell);
    } else if (cell.tagName === "INPUT" && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      follow(cell, event.key === "ArrowDown" ? 1 : -1);
    }
  });

  document.addEventListener("click", function (event) {
    if (event.target.id === "ended-again") {
      window.location.reload();
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    jQuery(document).on("pfAjaxSuccess", beforeUpdate)
        .on("pfAjaxUpdated", function (event, answer, settings, args) { updated(args); });
  });
}());
