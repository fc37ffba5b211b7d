/* Messages at the bottom of the window, where they cover nothing that can be pressed. They move if the page moves. */
(function () {
  "use strict";

  var CONTAINERS = ["refused_container", "told_container"];
  var CONTROLS = "button, a[href], input:not([type=hidden]), select, textarea, summary";
  var MARGIN = 16;
  var STEP = 12;
  var isWaiting = false;

  function overlap(one, other) {
    var width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    var height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return width > 0 && height > 0 ? width * height : 0;
  }

  function isOnScreen(box) { return box.width > 0 && box.bottom > 0 && box.top < window.innerHeight; }

  /* What can be pressed. With a dialog open, what is behind the dialog cannot. */
  function obstacles() {
    var root = window.Muster.openDialog && window.Muster.openDialog() || document;
    return Array.from(root.querySelectorAll(CONTROLS)).filter(function (control) {
      return !control.closest(".ui-growl") && control.checkVisibility({visibilityProperty: true});
    }).map(function (control) { return control.getBoundingClientRect(); }).filter(isOnScreen);
  }

  function boxAt(left, top, size) { return {left: left, top: top, right: left + size.width, bottom: top + size.height}; }

  /* The lowest place that is free: where lines end, where they begin, in the middle; otherwise the place that covers least. */
  function place(size, taken) {
    var right = window.innerWidth - size.width - MARGIN;
    var sides = window.Muster.isRightToLeft() ? [MARGIN, right] : [right, MARGIN];
    var lefts = sides.concat((window.innerWidth - size.width) / 2);
    var best = null;
    for (var top = window.innerHeight - size.height - MARGIN; top > MARGIN; top -= STEP) {
      for (var at = 0; at < lefts.length; at++) {
        var box = boxAt(lefts[at], top, size);
        var covered = taken.reduce(function (sum, other) { return sum + overlap(box, other); }, 0);
        if (!best || covered < best.covered) {
          best = {box: box, covered: covered};
        }
        if (covered === 0) {
          return box;
        }
      }
    }
    return best ? best.box : boxAt(MARGIN, MARGIN, size);
  }

  function placeAll() {
    var taken = null;
    isWaiting = false;
    CONTAINERS.forEach(function (id) {
      var container = document.getElementById(id);
      if (container && container.firstElementChild) {
        taken = taken || obstacles();
        var box = place(container.getBoundingClientRect(), taken);
        container.style.left = Math.round(box.left) + "px";
        container.style.top = Math.round(box.top) + "px";
        taken.push(box);
      }
    });
  }

  function soon() {
    if (!isWaiting) {
      isWaiting = true;
      window.requestAnimationFrame(placeAll);
    }
  }

  /* PrimeFaces makes the containers when the page is ready, and draws the messages by an animation. */
  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(soon).observe(document.body, {childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "open", "class"]});
    soon();
  });
  window.addEventListener("scroll", soon, {passive: true, capture: true});
  window.addEventListener("resize", soon);
}());
