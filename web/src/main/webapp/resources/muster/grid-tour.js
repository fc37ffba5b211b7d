/* Moving through the grid: sorting, pages with invalid cells, and the next invalid cell. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var wanted = false;

  function all(selector) { return Array.from(document.querySelectorAll(selector)); }

  function mark() {
    var marks = document.getElementById("grid-marks");
    var pages = marks && marks.dataset.marked ? marks.dataset.marked.split(" ") : [];
    all("#grid .ui-paginator-page").forEach(function (link) {
      var invalid = pages.indexOf(link.textContent.trim()) >= 0;
      link.classList.toggle("invalid-page", invalid);
      link.title = invalid ? "This page has invalid cells" : "";
    });
    all("#grid [data-order]").forEach(function (button) {
      button.closest("th").setAttribute("aria-sort", button.dataset.order);
    });
  }

  function invalidCells() { return all("#grid .cell[aria-invalid='true']"); }

  /* The row after which the search for the next invalid cell begins. */
  function lastSeen(cell) {
    var rows = all("#grid [data-version-of]");
    var last = rows.length ? rows[rows.length - 1].dataset.versionOf : 0;
    return cell || invalidCells().length ? last : rows.length ? rows[0].dataset.versionOf - 1 : 0;
  }

  function goOn() {
    var cell = Muster.grid.current() || Muster.grid.last;
    var following = invalidCells().filter(function (other) {
      return !cell || !document.contains(cell) || cell.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    if (following.length) {
      focus(following[0]);
    } else {
      wanted = true;
      window.musterNextInvalid([{name: "row", value: lastSeen(cell)}]);
    }
  }

  function focus(cell) {
    Muster.grid.last = cell;
    cell.focus();
    if (cell.select) {
      cell.select();
    }
    cell.scrollIntoView({block: "center"});
  }

  Muster.grid.arrived = function (args) {
    var cells = invalidCells().filter(function (cell) { return !args || !args.found || Number(cell.dataset.row) === args.found; });
    if (wanted && cells.length) {
      focus(cells[0]);
    }
    wanted = false;
  };

  document.addEventListener("click", function (event) {
    var header = event.target.closest("[data-sort]");
    if (header) {
      window.musterSort([{name: "column", value: header.dataset.sort}]);
    } else if (event.target.closest("[data-next-invalid]")) {
      goOn();
    }
  });

  document.addEventListener("focusin", function (event) {
    if (event.target.classList.contains("cell")) {
      Muster.grid.last = event.target;
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "F8" && document.querySelector("[data-next-invalid]") && !Muster.isDialogOpen()) {
      event.preventDefault();
      goOn();
    }
  });

  /* The toolbar stays below the head of the page, whose height depends on the width. */
  function placeToolbar() {
    var head = document.querySelector(".top");
    new ResizeObserver(function () {
      document.documentElement.style.setProperty("--head", head.offsetHeight + "px");
    }).observe(head);
  }

  document.addEventListener("DOMContentLoaded", function () {
    placeToolbar();
    mark();
    jQuery(document).on("pfAjaxUpdated", mark).on("pfAjaxComplete", mark);
  });
}());
