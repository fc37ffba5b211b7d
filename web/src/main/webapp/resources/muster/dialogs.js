/*
 * The keyboard in all dialogs. The focus moves into a dialog that opens, stays inside, and returns to where it was when
 * the dialog closes. Escape closes a dialog unless it shows something only once.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var FIELDS = "input:not([type=hidden]):not([readonly]), select, textarea:not([readonly])";
  var CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";

  function isShown(element) { return element.getClientRects().length > 0 && element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}); }

  function shown(root, selector) {
    return Array.from(root.querySelectorAll(selector)).filter(function (element) { return !element.disabled && isShown(element); });
  }

  function layer(dialog) { return Number(dialog.style.zIndex) || 0; }

  /* The dialog in front of all others, or undefined. */
  Muster.openDialog = function () {
    return shown(document, ".ui-dialog").sort(function (one, other) { return layer(other) - layer(one); })[0];
  };

  Muster.isDialogOpen = function () { return Boolean(Muster.openDialog()); };

  /* The button that Enter presses: the last button of the dialog's last row of buttons, or of the form in the dialog that has the focus. */
  Muster.mainAction = function (dialog, target) {
    var form = target && target.closest("form");
    var own = form && dialog.contains(form) ? form.querySelectorAll(".dialog-actions") : [];
    var rows = own.length ? own : dialog.querySelectorAll(".dialog-actions");
    var buttons = rows.length ? rows[rows.length - 1].querySelectorAll("button, a[href]") : [];
    return buttons[buttons.length - 1];
  };

  /* The first field, otherwise the main action, otherwise any other control that does not only close the dialog. */
  function firstIn(dialog) {
    var content = dialog.querySelector(".ui-dialog-content");
    var main = Muster.mainAction(dialog);
    var isReady = main && !main.disabled && isShown(main);
    return dialog.querySelector("[data-secret]")
      ? shown(content, "button")[0] || dialog
      : shown(content, FIELDS)[0] || (isReady ? main : shown(content, CONTROLS)[0]) || dialog;
  }

  function focusInto(dialog) {
    if (!dialog.contains(document.activeElement)) {
      dialog.tabIndex = -1;
      firstIn(dialog).focus();
    }
  }

  /* Remembers what had the focus. If a table is drawn again meanwhile, the same button in the new table gets the focus. */
  function remember(dialog) {
    var before = document.activeElement;
    var previous = before && before.closest(".ui-dialog");
    if (previous && previous !== dialog && previous.musterOpener) {
      dialog.musterOpener = previous.musterOpener;
    } else if (before === document.body && Muster.lastOpener) {
      dialog.musterOpener = Muster.lastOpener;
    } else if (before && !dialog.contains(before)) {
      dialog.musterOpener = {element: before, html: before.outerHTML, tag: before.tagName, id: before.id};
    }
    Muster.lastOpener = dialog.musterOpener;
  }

  function find(opener) {
    if (opener.element.isConnected && isShown(opener.element)) {
      return opener.element;
    }
    return (opener.id && document.getElementById(opener.id)) || shown(document, opener.tag).find(function (other) {
      return other.outerHTML === opener.html;
    });
  }

  function giveBack(dialog) {
    var isElsewhere = document.activeElement !== document.body && isShown(document.activeElement) && !dialog.contains(document.activeElement);
    if (Muster.openDialog() || isElsewhere) {
      return;
    }
    var before = dialog.musterOpener && find(dialog.musterOpener);
    (before && !before.disabled ? before : document.getElementById("content") || document.body).focus({preventScroll: true});
  }

  function isMenuOpen(element) { return element.getAttribute("aria-expanded") === "true" && element.matches("input"); }

  function close(dialog, event) {
    var widget = PrimeFaces.getWidgetById(dialog.id);
    if (widget && widget.cfg.closable !== false && dialog.querySelector(".ui-dialog-titlebar-close")) {
      event.preventDefault();
      widget.hide();
    }
  }

  /* Moves from the last control to the first and back, and from outside into the dialog. */
  function stayInside(dialog, event) {
    var controls = shown(dialog, CONTROLS).filter(function (control) {
      return control.tabIndex >= 0 && !(control.type === "radio" && !control.checked && isAnotherChecked(control));
    });
    var at = controls.indexOf(document.activeElement);
    var isLast = at === controls.length - 1 && (at >= 0 || !controls.length);
    var isOutside = at < 0 && !dialog.contains(document.activeElement);
    if (isOutside || (event.shiftKey ? at <= 0 : isLast)) {
      event.preventDefault();
      (controls[event.shiftKey ? controls.length - 1 : 0] || dialog).focus();
    }
  }

  function isAnotherChecked(radio) {
    return Array.from(document.getElementsByName(radio.name)).some(function (other) { return other.checked; });
  }

  document.addEventListener("keydown", function (event) {
    var dialog = (event.key === "Escape" || event.key === "Tab") && !event.defaultPrevented && Muster.openDialog();
    if (dialog && event.key === "Tab") {
      stayInside(dialog, event);
    } else if (dialog && !event.isComposing && !isMenuOpen(event.target)) {
      close(dialog, event);
    }
  });

  /* Replaces what PrimeFaces does some time later, when the user may already be typing. */
  document.addEventListener("DOMContentLoaded", function () {
    if (!window.PrimeFaces || !PrimeFaces.widget.Dialog) {
      return;
    }
    var dialogs = PrimeFaces.widget.Dialog.prototype;
    var show = dialogs.show;
    dialogs.show = function () {
      remember(this.jq[0]);
      return show.apply(this, arguments);
    };
    dialogs.applyFocus = function () { focusInto(this.jq[0]); };
    dialogs.returnFocus = function () {
      var dialog = this.jq[0];
      window.setTimeout(function () { giveBack(dialog); }, 0);
    };
  });
}());
