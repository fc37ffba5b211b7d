/* The tip of an invalid cell: why it is invalid, and buttons that repair this cell or all cells with the same fault. */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var shown = null;
  var timer = null;

  function boxOf(element) { return element && element.closest ? element.closest("#grid td.invalid") : null; }

  function bottomOf(selector) { return document.querySelector(selector).getBoundingClientRect().bottom; }

  /* Above the cell, because users go on with the cell below; under the cell if there is no room above. */
  function place(tip, box) {
    var cell = box.getBoundingClientRect();
    var head = Math.max(bottomOf(".top"), bottomOf(".grid-bar"));
    var above = cell.top - tip.offsetHeight >= head;
    var left = Math.min(cell.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = (above ? cell.top - tip.offsetHeight : cell.bottom) + "px";
  }

  function show(box) {
    var tip = box && box.querySelector(".cell-tip");
    window.clearTimeout(timer);
    if (tip === shown) {
      return;
    }
    hide();
    if (tip && !Muster.isDialogOpen()) {
      tip.hidden = false;
      place(tip, box);
      shown = tip;
    }
  }

  function hide() {
    window.clearTimeout(timer);
    if (shown) {
      shown.hidden = true;
    }
    shown = null;
  }

  function later(work, delay) {
    window.clearTimeout(timer);
    timer = window.setTimeout(work, delay);
  }

  function mend(button) {
    var cell = boxOf(button).querySelector(".cell");
    var value = button.getAttribute("data-repair") || "";
    cell.focus();
    hide();
    cell.value = value;
    Muster.grid.enqueue(cell, value);
  }

  function mendAll(button) {
    hide();
    Muster.faults.ask(button.dataset.fault, button.dataset.repairAll);
  }

  document.addEventListener("mouseover", function (event) {
    var box = boxOf(event.target);
    if (box && box.querySelector(".cell-tip") !== shown) {
      later(function () { show(box); }, 150);
    } else if (box) {
      window.clearTimeout(timer);
    }
  });
  document.addEventListener("mouseout", function (event) {
    var box = boxOf(event.target);
    if (box && boxOf(event.relatedTarget) !== box) {
      later(function () { show(boxOf(document.activeElement)); }, 250);
    }
  });
  document.addEventListener("focusin", function (event) { show(boxOf(event.target)); });
  document.addEventListener("focusout", function (event) {
    if (boxOf(event.target) && boxOf(event.relatedTarget) !== boxOf(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && shown) {
      var cell = shown.parentNode.querySelector(".cell");
      if (shown.contains(document.activeElement)) {
        cell.focus();
      }
      hide();
    }
  });
  document.addEventListener("click", function (event) {
    var one = event.target.closest("[data-repair]");
    var all = event.target.closest("[data-repair-all]");
    if (all) {
      mendAll(all);
    } else if (event.target.closest(".repair button")) {
      mend(one || event.target.closest(".repair button"));
    }
  });
  window.addEventListener("scroll", function () {
    if (shown) {
      place(shown, shown.parentNode);
    }
  }, {passive: true});
  document.addEventListener("DOMContentLoaded", function () {
    jQuery(document).on("pfAjaxUpdated", function () {
      shown = null;
      show(boxOf(document.activeElement));
    });
  });
}());
