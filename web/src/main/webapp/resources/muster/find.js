/*
 * The search over everything (Ctrl+K or "/"). It is a combobox with a list (WAI-ARIA Authoring Practices, "Combobox Pattern"): the focus
 * stays in the field, the arrow keys move through the list, and Enter opens what is chosen. All names are shown as text.
 */
(function () {
  "use strict";

  var Muster = window.Muster = window.Muster || {};
  var PAUSE = 150;
  var asked = 0;
  var timer;

  function part(id) { return document.getElementById(id); }

  function options() { return Array.from(part("find-list").querySelectorAll("[role=option]")); }

  function chosen() { return part("find-list").querySelector("[aria-selected=true]"); }

  function choose(option) {
    options().forEach(function (other) { other.setAttribute("aria-selected", String(other === option)); });
    if (option) {
      part("find-text").setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({block: "nearest"});
    } else {
      part("find-text").removeAttribute("aria-activedescendant");
    }
  }

  function move(by) {
    var all = options();
    var at = all.indexOf(chosen());
    if (all.length) {
      choose(all[(at + by + all.length) % all.length]);
    }
  }

  function text(tag, className, words) {
    var element = document.createElement(tag);
    element.className = className;
    element.textContent = words;
    return element;
  }

  function option(item, number) {
    var link = document.createElement("a");
    link.id = "found-" + number;
    link.href = item.path;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    var name = document.createElement("bdi");
    name.className = "found-title";
    name.textContent = item.title;
    link.appendChild(name);
    if (item.detail) {
      link.appendChild(text("span", "found-detail", item.detail));
    }
    return link;
  }

  function group(kind, number) {
    var box = document.createElement("div");
    var title = text("div", "found-kind", kind);
    title.id = "found-kind-" + number;
    title.setAttribute("role", "presentation");
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", title.id);
    box.appendChild(title);
    return box;
  }

  function draw(items, summary) {
    var list = part("find-list");
    var groups = {};
    list.textContent = "";
    items.forEach(function (item, number) {
      if (!groups[item.kind]) {
        groups[item.kind] = group(item.kind, number);
        list.appendChild(groups[item.kind]);
      }
      groups[item.kind].appendChild(option(item, number));
    });
    list.hidden = items.length === 0;
    part("find-text").setAttribute("aria-expanded", String(items.length > 0));
    choose(options()[0]);
    say(summary);
  }

  function say(words) { part("find-state").textContent = words; }

  function refuse(words) {
    draw([], words);
  }

  function answer(response) {
    if (response.redirected || !response.ok) {
      throw new Error(String(response.status));
    }
    return response.json();
  }

  function ask() {
    var mine = ++asked;
    window.fetch(part("find-text").dataset.address + "?q=" + encodeURIComponent(part("find-text").value), {headers: Muster.headers({}), cache: "no-store"})
        .then(answer)
        .then(function (found) {
          if (mine === asked) {
            draw(found.items, found.summary);
          }
        }).catch(function () {
          if (mine === asked) {
            refuse(part("find-text").dataset.noAnswer);
          }
        });
  }

  /* PrimeFaces makes the dialogs of a page a moment after the page is there. */
  function show(dialog) {
    if (PrimeFaces.widgets[dialog]) {
      PF(dialog).show();
    } else {
      window.setTimeout(show, 50, dialog);
    }
  }

  function open() {
    if (Muster.isDialogOpen()) {
      return;
    }
    part("find-text").value = "";
    show("finder");
    ask();
  }

  function isTyping(target) { return target.closest("input, textarea, select, [contenteditable]"); }

  function isShortcut(event) {
    var isK = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    var isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    return isK || isPlain && event.key === "/";
  }

  function inField(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      if (chosen()) {
        chosen().click();
      }
    } else if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      PF("finder").hide();
    }
  }

  document.addEventListener("keydown", function (event) {
    if (event.target.id === "find-text") {
      inField(event);
    }
    if (part("find-text") && isShortcut(event)) {
      event.preventDefault();
      open();
    } else if (event.key === "?" && !isTyping(event.target) && part("shortcuts") && !Muster.isDialogOpen()) {
      event.preventDefault();
      show("shortcuts");
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.id === "find-text") {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, PAUSE);
    }
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-find]")) {
      open();
    }
  });
}());
