/*
 * Times of the server, which are in UTC, in the time of the user's clock. Lists say how long ago something was. The mouse and screen
 * readers get the exact time and UTC. Only elements of the class "time" are read: what a user or a file wrote stays as it is.
 */
(function () {
  "use strict";

  var WRITTEN = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)(?::(\d\d))?(?: UTC)?$/;
  var MINUTE = 60000;
  var UNITS = [["day", 86400000], ["h", 3600000], ["min", MINUTE]];
  var LONG_AGO = 30;

  function read(text) {
    var parts = WRITTEN.exec(text);
    return parts && new Date(Date.UTC(+parts[1], parts[2] - 1, +parts[3], +parts[4], +parts[5], +(parts[6] || 0)));
  }

  function two(number) { return String(number).padStart(2, "0"); }

  function day(time) { return time.getFullYear() + "-" + two(time.getMonth() + 1) + "-" + two(time.getDate()); }

  function local(time, withSeconds) {
    return day(time) + " " + two(time.getHours()) + ":" + two(time.getMinutes()) + (withSeconds ? ":" + two(time.getSeconds()) : "");
  }

  function amount(number, unit) { return number + " " + (unit === "day" && number > 1 ? "days" : unit); }

  /* "3 h ago", "in 2 days"; the day itself if that is far away. */
  function relative(time) {
    var past = Date.now() - time.getTime();
    var found = UNITS.find(function (unit) { return Math.abs(past) >= unit[1]; });
    if (!found) {
      return "just now";
    }
    var number = Math.floor(Math.abs(past) / found[1]);
    if (found[0] === "day" && number > LONG_AGO) {
      return day(time);
    }
    return past > 0 ? amount(number, found[0]) + " ago" : "in " + amount(number, found[0]);
  }

  function isRelative(element) {
    return element.tagName === "TIME" || element.closest(".ui-datatable, .imports") && !element.closest("[data-times=exact]");
  }

  /* The server has written the time as the text, or as the title of a text such as "2 min ago". */
  function utc(element) {
    var found = [element.title, element.textContent.trim()].find(function (text) { return WRITTEN.test(text); });
    if (!element.dataset.utc && !element.children.length && found) {
      element.dataset.utc = found.replace(/ UTC$/, "");
    }
    return element.dataset.utc;
  }

  function write(element) {
    var written = utc(element);
    var time = written && read(written);
    if (!time) {
      return;
    }
    var exact = local(time, written.length > "2026-01-01 00:00".length);
    var isUtc = time.getTimezoneOffset() === 0;
    var shown = isRelative(element) ? relative(time) : isUtc ? exact + " UTC" : exact;
    var title = isUtc ? exact + " UTC" : exact + " here, " + written + " UTC";
    if (element.textContent !== shown) {
      element.textContent = shown;
    }
    element.title = title;
  }

  function all() { document.querySelectorAll(".time").forEach(write); }

  document.addEventListener("DOMContentLoaded", function () {
    all();
    if (window.jQuery) {
      jQuery(document).on("pfAjaxComplete", all);
    }
    window.setInterval(all, MINUTE);
  });
}());
