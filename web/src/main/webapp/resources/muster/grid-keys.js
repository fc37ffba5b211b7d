/*
 * The keyboard in the grid. Arrow keys move between cells and never change a value. Enter saves and goes to the next row;
 * in a list it opens the list, as Alt and an arrow key do. Escape restores the saved text.
 */
(function () {
  "use strict";

  var Muster = window.Muster;
  var STEPS = {ArrowUp: -1, ArrowDown: 1};
  var SIDES = {ArrowLeft: -1, ArrowRight: 1};
  /* With these keys, too, a browser chooses another value of a closed list. */
  var LEAPS = ["Home", "End", "PageUp", "PageDown"];

  function move(cells, cell, step) {
    var other = cells[cells.indexOf(cell) + step];
    if (other) {
      other.focus();
    }
    return Boolean(other);
  }

  function inColumn(cell) { return Array.from(document.querySelectorAll("#grid .cell[data-column='" + cell.dataset.column + "']")); }

  function inRow(cell) { return Array.from(cell.closest("tr").querySelectorAll(".cell")); }

  /* Whether a text is written from right to left: its first letter says so. */
  function isRightToLeft(text) { return /^\P{L}*[\u0590-\u08ff]/u.test(text); }

  /* Inside a text the arrow keys first move through the text. */
  function isAtEdge(cell, side) {
    var edge = side < 0 !== isRightToLeft(cell.value) ? 0 : cell.value.length;
    return cell.tagName === "SELECT" || cell.selectionStart === cell.selectionEnd && cell.selectionEnd === edge;
  }

  function open(list) {
    try {
      list.showPicker();
    } catch (unknown) {
      /* An older browser opens the list only with Alt and an arrow key. */
    }
  }

  function enter(cell, event) {
    event.preventDefault();
    if (cell.tagName === "SELECT" && !event.shiftKey) {
      open(cell);
    } else {
      Muster.grid.save(cell);
      if (!move(inColumn(cell), cell, event.shiftKey ? -1 : 1)) {
        cell.blur();
      }
    }
  }

  function arrow(cell, event) {
    var side = SIDES[event.key];
    if (event.ctrlKey || event.metaKey || event.shiftKey && cell.tagName === "INPUT") {
      return;
    }
    if (side && isAtEdge(cell, side)) {
      event.preventDefault();
      move(inRow(cell), cell, Muster.isRightToLeft() ? -side : side);
    } else if (!side) {
      event.preventDefault();
      move(inColumn(cell), cell, STEPS[event.key]);
    }
  }

  document.addEventListener("keydown", function (event) {
    var cell = event.target;
    if (!Muster.grid.isCell(cell)) {
      return;
    }
    if (event.key === "Enter" && !event.isComposing) {
      enter(cell, event);
    } else if (event.key === "Escape") {
      cell.value = Muster.grid.savedValue(cell);
    } else if (!event.altKey && (event.key in STEPS || event.key in SIDES)) {
      arrow(cell, event);
    } else if (cell.tagName === "SELECT" && LEAPS.indexOf(event.key) >= 0) {
      event.preventDefault();
    }
  });
}());
