/* Names each cell of a table by its column, for the cards on a telephone (cards.css), and long names in full on hover. */
(function () {
  "use strict";

  var TABLES = ".ui-datatable table, table.plain, table.quota-table";

  /* What is written in the head of a column for everybody, not only for screen readers. */
  function title(head) {
    var copy = head.cloneNode(true);
    copy.querySelectorAll(".sr-only, input").forEach(function (hidden) { hidden.remove(); });
    return copy.textContent.trim();
  }

  function name(table) {
    var heads = table.tHead && table.tHead.rows.length ? Array.from(table.tHead.rows[0].cells).map(title) : [];
    Array.from(table.tBodies).forEach(function (body) {
      Array.from(body.rows).forEach(function (row) {
        Array.from(row.cells).forEach(function (cell, at) {
          if (heads[at] && cell.colSpan === 1) {
            cell.dataset.label = heads[at];
          }
        });
      });
    });
  }

  function all() { document.querySelectorAll(TABLES).forEach(name); }

  /* A name that is cut off says itself in full to the mouse. Other titles stay. */
  function tellWhole(event) {
    var text = event.target.closest && event.target.closest(".one-line, .ui-datatable td a, .ui-datatable td bdi, .ui-datatable td strong, .tenant, h1");
    if (text && text.scrollWidth > text.clientWidth + 1 && !text.title) {
      text.title = text.textContent.trim();
    }
  }

  document.addEventListener("mouseover", tellWhole);
  document.addEventListener("focusin", tellWhole);
  document.addEventListener("DOMContentLoaded", function () {
    all();
    if (window.jQuery) {
      jQuery(document).on("pfAjaxComplete", all);
    }
  });
}());
