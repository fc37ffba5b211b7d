/*
 * Enter in a field. In a dialog Enter presses the main action; in a form of the page it presses the button that is marked
 * for it. It never presses a button only because it is the first of a form, and never posts the page as a whole.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  /* These elements use Enter themselves. */
  var OWN = "textarea, button, a[href], summary, [role=button], input[type=button], input[type=submit], input[type=file], .cell";

  function press(button) {
    if (button && !button.disabled && button.getAttribute("aria-disabled") !== "true") {
      button.click();
    }
  }

  function inDialog(dialog, event) {
    var isOwn = dialog.contains(event.target) && event.target.matches(OWN);
    if (isOwn && !event.repeat) {
      return;
    }
    if (!isOwn || !event.target.matches("textarea")) {
      event.preventDefault();
    }
    if (!event.repeat && !isOwn) {
      press(Muster.mainAction(dialog, event.target));
    }
  }

  /* Fires the change event, as a browser does before it posts a form, for those that wait for it, such as the pages of a table. */
  function settle(field) {
    field.blur();
    field.focus();
  }

  function inPage(event) {
    var form = event.target.closest("form");
    if (!form || event.target.matches(OWN) || form.id === "login") {
      return;
    }
    event.preventDefault();
    if (!event.repeat) {
      settle(event.target);
      press(form.querySelector("[data-main]"));
    }
  }

  /* An open list of suggestions uses Enter itself, and marks the event. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) {
      return;
    }
    var dialog = Muster.openDialog();
    if (dialog) {
      inDialog(dialog, event);
    } else {
      inPage(event);
    }
  });

  /* Only a button sends a form, except the login form. */
  document.addEventListener("submit", function (event) {
    if (!event.submitter && event.target.id !== "login") {
      event.preventDefault();
    }
  });
}());
