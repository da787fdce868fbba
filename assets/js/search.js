/* SEARCH  finds stories by their words: parts of compounds, other spellings, one wrong letter.
   The page works without it: it lists everything. The index is a file beside the page, so that searching also works
   in a folder without a server. */
(function () {
  "use strict";
  var form = document.querySelector("[data-search]");
  var index = window.searchIndex;
  if (!form || !index) return;
  var input = form.querySelector("input");
  var status = document.querySelector("[data-search-status]");
  var results = document.querySelector("[data-search-results]");
  var everything = document.querySelector("[data-search-everything]");

  function fold(text) {
    return text
      .toLowerCase()
      .replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss").replace(/ł/g, "l")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[^a-z0-9\u0400-\u04ff\u0600-\u06ff]+/g, " ").trim();
  }

  /* A word as its singular and plural have it in common: Spielplätze, Spielplatz. */
  function bare(word) {
    return word.replace(/([aou])e/g, "$1");
  }

  function stem(word) {
    return word.length > 5 ? word.replace(/(ern|en|er|es|e|n|s)$/, "") : word;
  }

  /* Whether two words differ by at most one letter that is wrong, missing, added or swapped. */
  function near(a, b) {
    if (a === b) return true;
    if (a.length > b.length) { var swap = a; a = b; b = swap; }
    if (b.length - a.length > 1) return false;
    var i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }

  function typo(term, word) {
    if (term.length < 5 || word.length < term.length - 1) return false;
    for (var d = -1; d < 2; d++) {
      var length = term.length + d;
      if (near(term, word.slice(0, length)) || near(term, word.slice(-length))) return true;
    }
    return false;
  }

  var words = index.words.split(" ").map(function (entry) {
    var parts = entry.split(":");
    var last = 0;
    var stories = parts[1].split(".").map(function (step) { return (last += parseInt(step, 36)); });
    return { word: parts[0], bare: bare(parts[0]), stories: stories };
  });
  var titles = index.stories.map(function (story) { return bare(fold(story[0])); });

  function rank(term, word) {
    if (word.word === term) return 8;
    var short = bare(stem(term));
    if (word.word.indexOf(term) === 0) return 6;
    if (term.length > 2 && word.word.indexOf(term) > 0) return 4;
    if (short.length > 3 && word.bare.indexOf(short) >= 0) return 3;
    return typo(term, word.word) ? 1 : 0;
  }

  function find(query) {
    var total = null;
    fold(query).split(" ").forEach(function (term) {
      if (!term) return;
      var best = {};
      words.forEach(function (word) {
        var score = rank(term, word);
        if (score) word.stories.forEach(function (story) { best[story] = Math.max(best[story] || 0, score); });
      });
      titles.forEach(function (title, story) {
        if (best[story] && title.indexOf(bare(stem(term))) >= 0) best[story] += 5;
      });
      var next = {};
      Object.keys(best).forEach(function (story) {
        if (total === null || total[story]) next[story] = best[story] + (total ? total[story] : 0);
      });
      total = next;
    });
    return Object.keys(total || {})
      .map(function (story) { return [total[story], +story]; })
      .sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; })
      .map(function (pair) { return index.stories[pair[1]]; });
  }

  function element(tag, text, parent) {
    var made = document.createElement(tag);
    made.textContent = text;
    return parent.appendChild(made);
  }

  function show(query) {
    var found = query.trim() ? find(query) : [];
    results.textContent = "";
    everything.hidden = Boolean(query.trim());
    status.textContent = !query.trim() ? "" : found.length === 0
      ? "Nichts gefunden. Versuchen Sie ein kürzeres oder anderes Wort."
      : found.length === 1 ? "1 Treffer" : found.length + " Treffer";
    var kinds = [];
    found.slice(0, 60).forEach(function (story) { if (kinds.indexOf(story[2]) < 0) kinds.push(story[2]); });
    kinds.forEach(function (kind) {
      element("h2", kind, results);
      var list = results.appendChild(document.createElement("ul"));
      found.slice(0, 60).forEach(function (story) {
        if (story[2] !== kind) return;
        var item = list.appendChild(document.createElement("li"));
        element("a", story[0], item).href = form.getAttribute("data-search") + story[1];
        if (story[3]) element("span", " · " + story[3], item);
      });
    });
  }

  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (asked) input.value = decodeURIComponent(asked[1].replace(/\+/g, " "));
  input.addEventListener("input", function () { show(input.value); });
  form.addEventListener("submit", function (event) { event.preventDefault(); show(input.value); });
  show(input.value);
})();
