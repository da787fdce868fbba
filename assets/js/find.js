/* SEARCH, FINDING  finds stories by their words: parts of compounds, other spellings, one wrong letter.
   search.js fetches it when somebody begins to search. The index comes as scripts, so that searching also works in a
   folder without a server; older stories are in files of their own. The page works without: it lists what there is. */
(function () {
  "use strict";
  var form = document.querySelector("[data-search]");
  var part = function (name) { return document.querySelector("[data-search-" + name + "]"); };
  var told = function (name) { return form.getAttribute("data-search" + name); };
  var input = form.querySelector("input");
  var status = part("status"), results = part("results"), more = part("more"), everything = part("everything");
  var today = told("-today");
  /* More results help nobody. */
  var SHOWN = 60;
  /* So many files are fetched by themselves until something is found. */
  var ALONE = 3;
  var words = [], stories = [], titles = [];
  var next = told("-index"), older = "", files = 0, loading = false, failed = false, timer;

  var LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ł: "l", ґ: "г", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };

  function fold(text) {
    text = text
      .normalize("NFC").toLowerCase()
      .replace(/[äöüßłґٱىیکة]/g, function (letter) { return LETTERS[letter]; })
      .replace(/[٠-٩۰-۹]/g, function (digit) { return digit.charCodeAt(0) & 15; })
      .normalize("NFD").replace(/[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/([\u0400-\u04ff])['`\u00b4\u2018\u2019\u02bc\u2032](?=[\u0400-\u04ff])/g, "$1")
      .replace(/[^a-z0-9\u0400-\u04ff\u0621-\u064a\u066e-\u06d3]+/g, " ");
    return (" " + text).replace(/ (?:[وفبك]?ال|لل)(?=[^ ]{2})/g, " ").trim();
  }

  /* A word as its singular and plural have it in common: Spielplätze, Spielplatz. */
  function bare(word) {
    return word.replace(/([aou])e/g, "$1");
  }

  function stem(word) {
    return word.length > 5 ? word.replace(/(ern|en|er|es|e|n|s|[авеимоухыьюяі]{1,3})$/, "") : word;
  }

  /* Whether two words differ by at most one letter that is wrong, missing, added or swapped. */
  function near(a, b) {
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
    for (var length = term.length - 1; length < term.length + 2; length++) {
      if (near(term, word.slice(0, length)) || near(term, word.slice(-length))) return true;
    }
    return false;
  }

  function take(index) {
    var word = "", holders = index.holders.split(" "), before = stories.length;
    index.words.split(" ").forEach(function (entry, number) {
      word = word.slice(0, parseInt(entry[0], 36)) + entry.slice(1);
      words.push({ word: word, bare: bare(word), holders: holders[number], before: before });
    });
    stories = stories.concat(index.stories);
    titles = titles.concat(index.stories.map(function (story) { return bare(fold(story[0])); }));
    next = index.next && told("") + index.next;
    older = index.older;
    files++;
  }

  function rank(term, short, entry) {
    var at = entry.word.indexOf(term);
    if (at === 0) return entry.word === term ? 8 : 6;
    if (at > 0 && term.length > 2) return 4;
    return short.length > 3 && entry.bare.indexOf(short) >= 0 ? 3 : 0;
  }

  /* The stories that hold a word of the query, with how well; only where none does, those with one wrong letter. */
  function holding(term) {
    var best = {}, short = bare(stem(term));
    function collect(score, entry) {
      var story = entry.before;
      if (score) entry.holders.split(".").forEach(function (step) {
        story += parseInt(step, 36);
        best[story] = Math.max(best[story] || 0, score);
      });
    }
    words.forEach(function (entry) { collect(rank(term, short, entry), entry); });
    if (!Object.keys(best).length) words.forEach(function (entry) { collect(+typo(term, entry.word), entry); });
    Object.keys(best).forEach(function (story) { if (titles[story].indexOf(short) >= 0) best[story] += 5; });
    return best;
  }

  function find(query) {
    var total = null;
    fold(query.slice(0, 100)).split(" ").forEach(function (term) {
      var best = term ? holding(term) : {}, both = {};
      Object.keys(best).forEach(function (story) {
        if (!total || total[story]) both[story] = best[story] + (total ? total[story] : 0);
      });
      total = both;
    });
    return Object.keys(total)
      .sort(function (a, b) { return total[b] - total[a] || a - b; })
      .map(function (story) { return stories[story]; });
  }

  function element(tag, text, parent) {
    var made = document.createElement(tag);
    made.textContent = text;
    return parent.appendChild(made);
  }

  /* Says a sentence of the page, with its gaps filled, and in German where the page's language has no such words. */
  function say(name, place, count, day) {
    var said = part(name).firstChild.cloneNode(true), gaps = { count: count, shown: SHOWN, day: day };
    said.textContent = said.textContent.replace(/{(\w+)}/g, function (all, gap) { return gaps[gap]; });
    place.appendChild(said);
  }

  function list(found) {
    var lists = {};
    results.textContent = "";
    found.slice(0, SHOWN).forEach(function (story) {
      var kind = story[2];
      if (!lists[kind]) {
        element("h2", kind, results);
        lists[kind] = element("ul", "", results);
      }
      var item = element("li", "", lists[kind]);
      var link = element("a", story[0], item), behind = element("span", story[3] && " · " + story[3], item);
      link.href = told("") + story[1];
      if (story[5]) { link.lang = "de"; link.dir = "ltr"; }
      behind.className = "card-meta";
      if (story[4] && story[4] < today) { behind.append(" · "); say("over", behind); }
    });
  }

  function show() {
    var query = input.value.trim();
    var found = query && files ? find(query) : [], count = found.length;
    if (query && !failed && (!files || !count && files < ALONE)) load();
    list(found);
    results.hidden = !count;
    everything.hidden = count && !failed;
    more.hidden = !query || !files || !next || loading;
    more.textContent = status.textContent = "";
    say(older ? "older" : "further", more, 0, older);
    if (query) say(loading ? "loading" : failed ? "failed" : count > SHOWN ? "best" : count ? "found" : next ? "yet"
      : "nothing", status, count);
  }

  function load() {
    if (loading || !next) return;
    var script = document.createElement("script");
    loading = true;
    failed = false;
    window.searchIndex = null;
    script.onload = script.onerror = function () {
      loading = false;
      failed = !window.searchIndex;
      if (!failed) take(window.searchIndex);
      document.head.removeChild(script);
      show();
    };
    script.src = next;
    document.head.appendChild(script);
  }

  /* Answers, and keeps the question in the address, so that coming back brings it back: behind the #, which no browser
     sends to a server. */
  function ask() {
    clearTimeout(timer);
    failed = false;
    show();
    try {
      history.replaceState(null, "", location.pathname + (input.value && "#q=" + encodeURIComponent(input.value)));
    } catch (refused) { /* a browser that counts changes of the address: the answer stands without it */ }
  }

  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); ask(); });
  more.addEventListener("click", function () { load(); show(); });
  load();
  ask();
})();
