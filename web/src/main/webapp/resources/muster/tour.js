/* The tour: one step after the other, each beside what it speaks of. It covers nothing but its own place, and Escape ends it. */
(function () {
  "use strict";

  var GAP = 10;
  var at = -1;
  var before = null;

  function part(id) { return document.getElementById(id); }

  function steps() { return Array.from(document.querySelectorAll("#tour-steps > li")); }

  function target() {
    var found = at < 0 ? null : document.querySelector(steps()[at].dataset.at);
    return found && found.checkVisibility() ? found : null;
  }

  function mark(element) {
    document.querySelectorAll(".toured").forEach(function (old) { old.classList.remove("toured"); });
    if (element) {
      element.classList.add("toured");
    }
  }

  /* Below its target; without one, at the bottom of the window. */
  function place() {
    var panel = part("tour");
    var shown = target();
    var size = panel.getBoundingClientRect();
    var box = shown ? shown.getBoundingClientRect() : null;
    var begin = box && window.Muster.isRightToLeft() ? box.right - size.width : box && box.left;
    var left = box ? Math.min(begin, window.innerWidth - size.width - GAP) : (window.innerWidth - size.width) / 2;
    panel.style.left = Math.max(GAP, left) + "px";
    panel.style.top = (box ? box.bottom + GAP : window.innerHeight - size.height - GAP) + "px";
  }

  function show(step) {
    var all = steps();
    at = step;
    part("tour").hidden = false;
    part("tour-place").textContent = window.Muster.say("tour-place", "step", step + 1, all.length);
    part("tour-title").textContent = all[step].dataset.title;
    part("tour-text").textContent = all[step].textContent;
    document.querySelector("[data-tour=back]").disabled = step === 0;
    var onward = document.querySelector("[data-tour=next]");
    onward.textContent = step === all.length - 1 ? onward.dataset.done : onward.dataset.next;
    document.querySelector("[data-tour=end]").hidden = step === all.length - 1;
    mark(target());
    place();
    part("tour").focus({preventScroll: true});
  }

  function isShown() { return at >= 0; }

  function start() {
    before = document.activeElement;
    document.querySelectorAll("details.menu[open]").forEach(function (menu) { menu.open = false; });
    show(0);
  }

  /* From now on the server does not offer the tour to this user. */
  function seen() {
    var offer = part("tour-offer");
    if (offer) {
      offer.remove();
      window.musterTourSeen();
    }
  }

  function end() {
    at = -1;
    part("tour").hidden = true;
    mark(null);
    seen();
    (before && before.isConnected && before.checkVisibility() ? before : part("content")).focus({preventScroll: true});
  }

  function next() {
    if (at < steps().length - 1) {
      show(at + 1);
    } else {
      end();
    }
  }

  var acts = {start: start, next: next, back: function () { show(at - 1); }, end: end};

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-tour]");
    if (button) {
      acts[button.dataset.tour]();
    } else if (event.target.closest("#tour-skip")) {
      seen();
      part("content").focus({preventScroll: true});
    }
  });

  document.addEventListener("keydown", function (event) {
    if (isShown() && event.key === "Escape" && !event.defaultPrevented && !window.Muster.isDialogOpen()) {
      end();
    }
  });

  window.addEventListener("resize", function () {
    if (isShown()) {
      place();
    }
  });
}());
