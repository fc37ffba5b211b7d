/*
 * Tells the server which user this page belongs to. The server refuses what the page sends after another user has logged
 * in in the same browser. The page then tells the user, and keeps what was typed.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var HEADER = "X-Muster-User";
  var FIELD = "muster.user";
  var isTold = false;

  function user() { return document.body.dataset.user || ""; }

  /* The headers of a request by script, with the user of the page among them. */
  Muster.headers = function (headers) {
    headers[HEADER] = user();
    return headers;
  };

  Muster.forUser = function (request) { request.setRequestHeader(HEADER, user()); };

  /* Fetches the token of the present session: a user who has logged in again goes on with the page as it is. */
  Muster.renewToken = function (form) {
    return window.fetch(window.location.href, {cache: "no-store", redirect: "error", headers: Muster.headers({})}).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject(answer);
    }).then(function (text) {
      var same = new DOMParser().parseFromString(text, "text/html").getElementById(form.id);
      var isNew = Boolean(same && same.dataset.token && same.dataset.token !== form.dataset.token);
      form.dataset.token = isNew ? same.dataset.token : form.dataset.token;
      return isNew;
    });
  };

  function post(form, address, type, body) {
    return window.fetch(address, {
      method: "POST",
      redirect: "manual",
      cache: "no-store",
      headers: Muster.headers({"Content-Type": type, "X-CSRF-Token": form.dataset.token}),
      body: body
    });
  }

  /* Posts to an address of the portal, with the token of the form. */
  Muster.post = function (form, address, type, body) {
    return post(form, address, type, body).then(function (answer) {
      return answer.status !== 403 ? answer : Muster.renewToken(form).then(
          function (isNew) { return isNew ? post(form, address, type, body) : answer; },
          function () { return answer; });
    });
  };

  /* Tells once what concerns polling, and each time what concerns an action of the user. */
  function tell() {
    isTold = true;
    var dialog = PrimeFaces.widgets["other-user"];
    if (!dialog) {
      return;
    }
    Muster.list(document.getElementById("other-unsaved"), Muster.gridUnsaved ? Muster.gridUnsaved.lines() : []);
    if (!dialog.isVisible()) {
      dialog.show();
    }
  }

  function isAsked() {
    return Boolean(Muster.grid && Muster.grid.isSending()) || !navigator.userActivation || navigator.userActivation.isActive;
  }

  document.addEventListener("muster:other-user", function () {
    var isWanted = !isTold || isAsked();
    if (Muster.gridUnsaved) {
      Muster.gridUnsaved.hold(PF("other-user"));
    }
    if (isWanted) {
      tell();
    }
  });

  document.addEventListener("submit", function (event) {
    var field = event.target.elements[FIELD] || document.createElement("input");
    field.type = "hidden";
    field.name = FIELD;
    field.value = user();
    event.target.appendChild(field);
  }, true);

  /* Pages in one browser tell each other their users, so that the page of another user can say so before anything is sent. */
  function listen() {
    if (!window.BroadcastChannel || !user()) {
      return;
    }
    var channel = new BroadcastChannel("muster-user");
    channel.onmessage = function (event) {
      if (event.data !== user()) {
        tell();
      }
    };
    channel.postMessage(user());
  }

  document.addEventListener("DOMContentLoaded", function () {
    jQuery.ajaxPrefilter(function (options) { options.headers = Muster.headers(options.headers || {}); });
    listen();
  });
}());
