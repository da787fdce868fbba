/* CLOCK  keeps lists of dates honest when nobody has built the site for a while.
   By the time in Berlin, whatever the reader's own: what is over leaves what is announced, today and tomorrow are named,
   and a list that has run dry says so. The page is true without it: it calls nothing "next" or "today".
     [data-dates]   a list; data-running, data-today, data-tomorrow: the words, data-…-lang: their language, if it is
                    another than the page's; data-most: so many are shown
     [data-ends]    an entry and the moment it is over, 2026-12-05T22:00; data-begin: the day it begins
     [data-over]    a list that takes what is over, newest first; without one it is hidden
     [data-month]   what holds entries under a heading; hidden when none is left
     [data-dry]     hidden until no entry is left;  [data-past]: hidden until that moment
     [data-search-today]  the day by which the search calls a date over */
(function () {
  "use strict";
  function berlin(time) {
    return new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit"
    }).format(time).replace(" ", "T");
  }
  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }
  var now;
  try { now = berlin(new Date()); } catch (error) { return; }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(now)) return;
  var today = now.slice(0, 10);
  var tomorrow = new Date(Date.parse(today) + 864e5).toISOString().slice(0, 10);
  var over = document.querySelector("[data-over]");

  all("[data-dates]", document).forEach(function (list) {
    var words = list.dataset, left = 0;
    all("[data-ends]", list).forEach(function (entry) {
      var begin = entry.dataset.begin;
      if (entry.dataset.ends && entry.dataset.ends <= now) {
        if (over) over.insertBefore(entry, over.firstChild);
        else entry.hidden = true;
        return;
      }
      entry.hidden = ++left > (words.most || 999);
      var word = begin && (begin < today ? "running" : begin === today ? "today" : begin === tomorrow ? "tomorrow" : "");
      if (!word) return;
      var said = document.createElement("strong");
      said.textContent = words[word] + ": ";
      if (words[word + "Lang"]) said.lang = words[word + "Lang"];
      var place = entry.querySelector("[data-when]") || entry;
      place.insertBefore(said, place.firstChild);
    });
    all("[data-month]", list).forEach(function (month) {
      month.hidden = !month.querySelector("[data-ends]:not([hidden])");
    });
    if (!left) all("[data-dry]", list).forEach(function (dry) { dry.hidden = false; });
  });
  all("[data-search-today]", document).forEach(function (form) { form.dataset.searchToday = today; });
  all("[data-past]", document).forEach(function (told) {
    if (told.dataset.past <= now) told.hidden = false;
  });
})();
