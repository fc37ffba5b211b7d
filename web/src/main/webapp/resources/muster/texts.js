/*
 * Texts of scripts in the language of the page. The page writes patterns of its bundles into data attributes of a hidden element:
 * values such as {0}, and plurals such as {0,plural,one{# row}other{# rows}}, by the rules of ICU's MessageFormat.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};

  function language() { return document.documentElement.lang || "en"; }

  /* With the separators of the language, and the digits that identifiers have. */
  function shown(value) {
    return typeof value === "number" ? value.toLocaleString(language() + "-u-nu-latn") : String(value);
  }

  /* The place of the brace that closes the one at this place. */
  function closing(text, at) {
    var depth = 0;
    for (var i = at; i < text.length; i++) {
      depth += text[i] === "{" ? 1 : text[i] === "}" ? -1 : 0;
      if (depth === 0) {
        return i;
      }
    }
    throw new Error("A brace is open in: " + text);
  }

  /* The form of a plural for a number: "=0{none}one{# row}other{# rows}". */
  function form(forms, number) {
    var found = {};
    var opening = /([=\w]+)\s*\{/g;
    for (var next = opening.exec(forms); next; next = opening.exec(forms)) {
      var end = closing(forms, opening.lastIndex - 1);
      found[next[1]] = forms.slice(opening.lastIndex, end);
      opening.lastIndex = end + 1;
    }
    return [found["=" + number], found[new Intl.PluralRules(language()).select(number)], found.other]
      .find(function (one) { return one !== undefined; });
  }

  function value(inside, values) {
    var plural = /^(\d+)\s*,\s*plural\s*,([\s\S]*)$/.exec(inside);
    return plural ? written(form(plural[2], values[plural[1]]), values, values[plural[1]]) : shown(values[inside]);
  }

  /* counted: the number that # stands for; without it, # is only a sign. */
  function written(pattern, values, counted) {
    var text = "";
    for (var i = 0; i < pattern.length; i++) {
      if (pattern[i] === "{") {
        var end = closing(pattern, i);
        text += value(pattern.slice(i + 1, end), values);
        i = end;
      } else {
        text += pattern[i] === "#" && counted !== undefined ? shown(counted) : pattern[i];
      }
    }
    return text;
  }

  /* A text of the element with this id; after its name come its values. Numbers choose plurals, other values are put in as they are. */
  Muster.say = function (id, name) {
    return written(document.getElementById(id).dataset[name], Array.from(arguments).slice(2));
  };
}());
