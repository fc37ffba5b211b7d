/*
 * Times of the server, which are in UTC, in the time zone of the profile or of the browser, as the language of the page writes them. Lists say how long
 * ago something was. The mouse and screen readers get the exact time and UTC. Only elements of the class "time" are read: what a user or a file wrote
 * stays as it is. With the class "day", too, an element shows the day alone.
 */
(function () {
  "use strict";

  var WRITTEN = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)(?::(\d\d))?(?: UTC)?$/;
  var MINUTE = 60000;
  var UNITS = [["day", 86400000], ["hour", 3600000], ["minute", MINUTE]];
  var LONG_AGO = 30;
  var WORDS = new Intl.RelativeTimeFormat(document.documentElement.lang + "-u-nu-latn", {style: "short"});

  function read(text) {
    var parts = WRITTEN.exec(text);
    return parts && new Date(Date.UTC(+parts[1], parts[2] - 1, +parts[3], +parts[4], +parts[5], +(parts[6] || 0)));
  }

  /* The time zone of the profile; none if the browser's is wanted. */
  function zone() { return document.body.dataset.timeZone || undefined; }

  var formats = {};

  /* @param options of Intl.DateTimeFormat; with the time zone of the user, if they do not name one */
  function format(time, options) {
    var key = JSON.stringify(options);
    /* To make one takes longer than to write a hundred times with it. */
    formats[key] = formats[key] || new Intl.DateTimeFormat(document.documentElement.dataset.formats, Object.assign({timeZone: zone()}, options));
    return formats[key].format(time);
  }

  function day(time) { return format(time, {dateStyle: "medium"}); }

  function clock(withSeconds) { return {dateStyle: "medium", timeStyle: withSeconds ? "medium" : "short"}; }

  function local(time, withSeconds) { return format(time, clock(withSeconds)); }

  function inUtc(time, withSeconds) { return format(time, Object.assign(clock(withSeconds), {timeZone: "UTC"})); }

  /* The portal writes English units as the international ones: "3 h", not "3 hr." */
  function inUnits(words) { return words.replace(/ (h|min)r?\.?(?= |$)/, " $1"); }

  /* A time within a text from right to left keeps the order of its parts, whichever its first one is. */
  function isolated(text) { return window.Muster.isRightToLeft() ? "\u2068" + text + "\u2069" : text; }

  /* "3 h ago", "in 2 days"; the day itself if that is far away. */
  function relative(time) {
    var past = Date.now() - time.getTime();
    var found = UNITS.find(function (unit) { return Math.abs(past) >= unit[1]; });
    if (!found) {
      return window.Muster.portalText("justNow");
    }
    var number = Math.floor(Math.abs(past) / found[1]);
    if (found[0] === "day" && number > LONG_AGO) {
      return day(time);
    }
    return inUnits(WORDS.format(past > 0 ? -number : number, found[0]));
  }

  function isRelative(element) {
    return element.tagName === "TIME" || element.closest(".ui-datatable, .imports") && !element.closest("[data-times=exact]");
  }

  function plain(text) { return text.replace(/[\u2066\u2068\u2069]/g, ""); }

  /* The server has written the time as the text, or as the title of a text such as "2 min ago". */
  function utc(element) {
    var found = [element.title, element.textContent.trim()].map(plain).find(function (text) { return WRITTEN.test(text); });
    if (!element.dataset.utc && !element.children.length && found) {
      element.dataset.utc = found.replace(/ UTC$/, "");
    }
    return element.dataset.utc;
  }

  function hasSeconds(written) { return written.length > "2026-01-01 00:00".length; }

  /* The time here and in UTC, for the mouse. */
  function both(written) {
    var exact = local(read(written), hasSeconds(written));
    var utc = inUtc(read(written), hasSeconds(written));
    if (exact === utc) {
      return isolated(utc + " UTC");
    }
    return zone() ? window.Muster.portalText("exactTimeIn", exact, zone(), utc) : window.Muster.portalText("exactTime", exact, utc);
  }

  /* The time here and in UTC, one below the other; only one line if both are the same. */
  function lines(written) {
    var exact = local(read(written), hasSeconds(written));
    var utc = inUtc(read(written), hasSeconds(written));
    var here = zone() ? window.Muster.portalText("timeInZone", exact, zone()) : window.Muster.portalText("timeHere", exact);
    return (exact === utc ? [] : [here]).concat(isolated(utc + " UTC"));
  }

  /* The time here; it says so if this is UTC. */
  function exact(time, withSeconds) {
    var here = local(time, withSeconds);
    return isolated(here === inUtc(time, withSeconds) ? here + " UTC" : here);
  }

  function write(element) {
    var written = utc(element);
    var time = written && read(written);
    if (!time) {
      return;
    }
    var shown = element.classList.contains("day") ? day(time) : isRelative(element) ? relative(time) : exact(time, hasSeconds(written));
    var title = both(written);
    if (element.textContent !== shown) {
      element.textContent = shown;
    }
    element.title = title;
  }

  /* For other scripts: a time of the server, "2026-01-31 23:59", in the time zone of the user. */
  window.Muster.localTime = function (written, options) { return format(read(written), options); };
  window.Muster.timeLines = lines;

  function all() { document.querySelectorAll(".time").forEach(write); }

  document.addEventListener("DOMContentLoaded", function () {
    all();
    if (window.jQuery) {
      jQuery(document).on("pfAjaxComplete", all);
    }
    window.setInterval(all, MINUTE);
  });
}());
