// The page: draws what layout.js lays out, answers mouse, touch and keys, and lists the same for screen readers.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const D = Layout.read(JSON.parse($("data").textContent)), W = D.words, M = D.m, { clamp, shortCount, AXIS } = Layout;
  const SVG = "http://www.w3.org/2000/svg";
  const chart = $("chart"), scroller = $("scroll"), svg = $("plot"), axis = $("axis"), side = $("side"), body = document.body;
  const still = matchMedia("(prefers-reduced-motion: reduce)"), narrow = matchMedia("(max-width: 759px)");

  let time = D.time, width = 0, selected = null, query = "", hits = [], step = -1, tab = "details";
  const collapsed = D.groups.map((g) => !!g[2]);
  // Where each item lies: the lanes in which it has a mark.
  const lanesOf = { e: D.events.map(() => []), q: D.quotes.map(() => []), t: new Map() };
  for (const l of D.lanes) {
    for (const id of l.events.ids) lanesOf.e[id].push(l.index);
    for (const id of l.quotes.ids) lanesOf.q[id].push(l.index);
    if (!l.isParty) lanesOf.t.set(l.treaty, l.index);
  }
  const groupOf = new Map();
  D.groups.forEach((g, i) => g[3].forEach((lane) => groupOf.set(lane, i)));

  // --- building elements: text is always text ---
  function put(parent, made, attributes, text) {
    for (const name in attributes) if (attributes[name] !== undefined) made.setAttribute(name, attributes[name]);
    if (text !== undefined) made.textContent = text;
    parent.appendChild(made);
    return made;
  }
  const el = (parent, tag, attributes, text) => put(parent, document.createElement(tag), attributes, text);
  const sv = (parent, tag, attributes, text) => put(parent, document.createElementNS(SVG, tag), attributes, text);
  const clear = (node) => node.replaceChildren();
  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
  // A count with its noun: one, few, many.
  function counted(n, forms) {
    const few = D.lang === "ru" && n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    const one = D.lang === "ru" ? n % 10 === 1 && n % 100 !== 11 : n === 1;
    return fill(forms[one ? 0 : few ? 1 : 2], n);
  }

  // --- words ---
  function year(y) {
    return y <= 0 ? fill(W.before, 1 - y) : y < 100 ? fill(W.early, y) : "" + y;
  }
  function tick(step, at) {
    const [y, m, d] = Layout.civil(at), hour = Math.floor((((at % 86400) + 86400) % 86400) / 3600);
    const day = () => fill(W.days[m - 1], d);
    switch (step[0]) {
      case "y": return year(y);
      case "m": return m === 1 ? year(y) : W.months[m - 1];
      case "d": return m === 1 && d === 1 ? year(y) : day();
      default: return hour === 0 ? day() : String(hour).padStart(2, "0") + ":00";
    }
  }
  function spanWords() {
    const [from, to] = Layout.momentsOf(time), a = Layout.civil(from), b = Layout.civil(to - 1), days = time.span / 86400;
    const said = ([y, m, d]) => (days > 1098 ? year(y) : days > 92 ? W.months[m - 1] + " " + year(y) : fill(W.days[m - 1], d) + " " + year(y));
    const [first, last] = [said(a), said(b)];
    return first === last ? first : first + " – " + last;
  }
  const pen = document.createElement("canvas").getContext("2d"), widths = new Map();
  function measure(text, size = 11, weight = 400) {
    const key = size + " " + weight + text;
    let known = widths.get(key);
    if (known === undefined) {
      pen.font = `${weight} ${size}px ${getComputedStyle(body).fontFamily}`;
      if (widths.size > 20000) widths.clear();
      widths.set(key, (known = pen.measureText(text).width));
    }
    return known;
  }
  function elided(text, room, size, weight) {
    if (measure(text, size, weight) <= room) return text;
    const letters = Array.from(text.slice(0, 300));
    let low = 0, high = letters.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (measure(letters.slice(0, middle).join("") + "…", size, weight) <= room) low = middle; else high = middle - 1;
    }
    let head = letters.slice(0, low).join("");
    if (/\d$/.test(head) && /\d/.test(letters[low] || "")) head = head.replace(/\d+$/, "");
    return head ? head.trimEnd() + "…" : "";
  }

  // --- rows ---
  let rows = [], total = 0;
  function layRows() {
    rows = [];
    total = 0;
    const add = (row, height) => { rows.push({ ...row, top: total, height }); total += height; };
    D.groups.forEach((g, i) => {
      add({ group: i }, M.group);
      if (!collapsed[i]) for (const index of g[3]) add({ lane: D.lanes[index] }, (D.lanes[index].isParty ? M.party : M.lane).height);
    });
    svg.setAttribute("height", Math.max(total, 1));
    pinned = 0;
    const first = D.groups[0];
    if (first && first[1] < 0 && !collapsed[0]) {
      const after = rows.find((r) => r.group === 1);
      pinned = after ? after.top : 0;
    }
  }
  let pinned = 0;
  const pinnedHeight = () => (pinned && total > scroller.clientHeight && pinned <= scroller.clientHeight / 2 ? pinned : 0);

  // --- what is selected ---
  const same = (a, b) => !!a && !!b && a[0] === b[0] && a[1] === b[1];
  function linked(of) {
    if (!of) return [];
    if (of[0] === "e") return D.events[of[1]].links.map(([, id]) => ["e", id]).concat(D.events[of[1]].quotes.map((id) => ["q", id]));
    return of[0] === "q" ? D.quotes[of[1]].events.map((id) => ["e", id]) : [];
  }
  const treatyOf = (s) => (s[0] === "t" ? s[1] : s[0] === "e" ? D.events[s[1]].treaty : (D.lanes[lanesOf.q[s[1]][0]] || {}).treaty);
  const titleOf = (s) => (s[0] === "t" ? D.treaties[s[1]].name
    : s[0] === "e" ? D.events[s[1]].title || D.events[s[1]].short : (D.speakers[D.quotes[s[1]].speaker] || W.statement) + ": " + D.quotes[s[1]].quote);
  const dateOf = (s) => (s[0] === "e" ? D.events[s[1]].date : s[0] === "q" ? D.quotes[s[1]].date : D.treaties[s[1]].standing);
  const atOf = (s) => (s[0] === "e" ? D.events[s[1]].at : D.quotes[s[1]].at);
  function emphasis(l, events, quotes, scale, plot, m) {
    const links = linked(selected), focus = selected && selected[0] !== "t";
    for (const [marks, kind, y] of [[events, "e", m.bar], [quotes, "q", m.quote]]) {
      for (const s of focus ? [selected, ...links] : []) {
        if (s[0] !== kind || !lanesOf[kind][s[1]].includes(l.index) || marks.some((x) => x.top === s[1])) continue;
        const at = atOf(s), x = scale.x(at);
        if (x < plot.left - 12 || x > plot.right + 12) continue;
        marks.push(Layout.markOf({ top: s[1], at, count: 1, first: at, last: at }, scale, y, kind === "e"));
      }
      marks.sort((a, b) => a.x - b.x);
      for (const mark of marks) {
        const own = [kind, mark.top];
        mark.emphasis = !focus ? "" : same(selected, own) ? "selected" : links.some((x) => same(x, own)) ? "linked" : "dimmed";
      }
    }
  }

  // --- drawing ---
  const line = (g, x1, y1, x2, y2, c, more) => sv(g, "line", { x1, y1, x2, y2, class: c, ...more });
  const rect = (g, x, y, w, h, c, more) => sv(g, "rect", { x, y, width: Math.max(w, 0), height: Math.max(h, 0), class: c, ...more });
  const words = (g, x, y, text, c, more) => sv(g, "text", { x, y, class: c, ...more }, text);
  const DASHED = { "stroke-dasharray": "3 2.5" };
  function paintBar(g, b, y, half, alpha) {
    const w = b.right - b.left, o = { opacity: alpha };
    switch (D.phases[b.kind]) {
      case "Negotiated": line(g, b.left, y, b.right, y, "sMuted", { "stroke-width": 2, "stroke-dasharray": "1.5 3.5", ...o }); break;
      case "Provisional": rect(g, b.left, y - 0.4 * half, w, 0.8 * half, "fForce", o); // and the frame of the next
      case "Signed": rect(g, b.left + 0.75, y - 0.8 * half + 0.75, w - 1.5, 1.6 * half - 1.5, "sSigned", { rx: 1, "stroke-width": 1.5, ...o }); break;
      case "InForce": rect(g, b.left, y - half, w, 2 * half, "fForce", { rx: 1, ...o }); break;
      case "Extended": rect(g, b.left, y - half, w, 2 * half, "fForceStrong", { rx: 1, ...o }); break;
      case "Suspended":
        rect(g, b.left, y - half, w, 2 * half, "fSuspended", { rx: 1, opacity: 0.25 * alpha });
        rect(g, b.left, y - half, w, 2 * half, "", { fill: "url(#hatchSuspended)", ...o });
        break;
      default: line(g, b.left, y, b.right, y, "sLine", o);
    }
  }
  function paintArrows(g, b, y, half, ink, alpha) {
    const reach = Math.min(half, 5);
    for (const [opens, at, back] of [[b.openLeft, b.left, reach], [b.openRight, b.right, -reach]]) {
      if (!opens) continue;
      const tip = at + back / 2.5;
      sv(g, "path", { d: `M${tip + back} ${y - reach}L${tip} ${y}L${tip + back} ${y + reach}`, class: "s" + ink, "stroke-width": 2, opacity: alpha });
    }
  }
  const inkOf = (id) => D.kinds[D.events[id].kind][1];
  function paintBand(g, b, y, half, alpha) {
    const ink = inkOf(b.id), top = y - half, h = 2 * half, o = { opacity: 0.8 * alpha };
    const edges = (more) => {
      if (!b.openLeft) line(g, b.left, top, b.left, top + h, "s" + ink, more);
      if (!b.openRight) line(g, b.right, top, b.right, top + h, "s" + ink, more);
    };
    if (b.look === 0) {
      rect(g, b.left, top, b.right - b.left, h, "f" + ink, { rx: 3, opacity: 0.14 * alpha });
      edges(o);
    } else if (b.look === 1) {
      const fade = Math.min(18, (b.right - b.left) / 2), left = b.openLeft ? b.left : b.left + fade, right = b.openRight ? b.right : b.right - fade;
      rect(g, left, top, right - left, h, "f" + ink, { opacity: 0.38 * alpha });
      for (let i = 0; i < 6; i++) {
        const w = fade / 6, part = { opacity: (0.38 * alpha * (i + 0.5)) / 6 };
        if (!b.openLeft) rect(g, b.left + i * w, top, w, h, "f" + ink, part);
        if (!b.openRight) rect(g, b.right - (i + 1) * w, top, w, h, "f" + ink, part);
      }
    } else {
      for (const edge of [top, top + h]) line(g, b.left, edge, b.right, edge, "s" + ink, { ...DASHED, ...o });
      edges({ ...DASHED, ...o });
    }
    paintArrows(g, b, y, half, ink, alpha);
  }
  function paintSpan(g, s, y, alpha) {
    const ink = inkOf(s.id), top = y + s.y - s.half, h = 2 * s.half, w = s.right - s.left, fills = [0.45, 0.22, 0];
    rect(g, s.left, top, w, h, "hit f" + ink, { rx: 1, opacity: fills[s.look] * alpha, "data-s": "e" + s.id });
    const more = { opacity: 0.9 * alpha, ...(s.look === 2 ? DASHED : {}) };
    line(g, s.left, top, s.right, top, "s" + ink, more);
    line(g, s.left, top + h, s.right, top + h, "s" + ink, more);
    if (!s.openLeft) line(g, s.left, top, s.left, top + h, "s" + ink, more);
    if (!s.openRight) line(g, s.right, top, s.right, top + h, "s" + ink, more);
    if (same(selected, ["e", s.id])) rect(g, s.left, top, w, h, "sSelect", { rx: 1, "stroke-width": 2.5 });
    paintArrows(g, s, y + s.y, s.half, ink, alpha);
  }
  function paintMark(g, m, y, kind) {
    const e = m.emphasis, dim = e === "dimmed" ? 0.35 : 1, badge = m.count > 1;
    const ring = e === "selected" ? [2.5, "Select"] : e === "linked" ? [1.5, "Select"] : null;
    const node = sv(g, "g", { class: "mark", "data-s": kind + m.top, "data-n": m.count, "data-first": m.first, "data-last": m.last });
    if (kind === "e") {
      if (badge) {
        const [w, ink] = ring || [1, "Muted"], half = 6 + w;
        rect(node, m.x - half, y - half, m.right - m.x - 7 + 2 * half, 2 * half, "f" + ink, { rx: half, opacity: dim });
        rect(node, m.x - 6, y - 6, m.right - m.x - 7 + 12, 12, "fPaper", { rx: 6 });
        words(node, m.x + 7.5, y + 3.2, shortCount(m.count), "count", { opacity: dim < 1 ? 0.65 : 1 });
      }
      sv(node, "use", { href: "#k" + D.events[m.top].kind, transform: `translate(${m.x} ${y})`, opacity: dim });
    } else {
      const n = badge ? shortCount(m.count) : "", half = 6.5 + 3 * n.length, ink = inkOfQuotes(m), [w, edge] = (badge && ring) || [1, "Paper"];
      rect(node, m.x - half - w, y - 6 - w, 2 * half + 2 * w, 12 + 2 * w, "f" + edge, { rx: 1 });
      rect(node, m.x - half, y - 6, 2 * half, 12, "f" + ink, { rx: 3, opacity: dim });
      sv(node, "use", { href: "#quote", transform: `translate(${n ? m.x - half + 5.5 : m.x} ${y})`, opacity: dim < 1 ? 0.7 : 1 });
      if (n) words(node, m.x + half - 2, y + 3.2, n, "count light", { "text-anchor": "end" });
    }
    if (ring && !badge) sv(node, "circle", { cx: m.x, cy: y, r: e === "selected" ? 11.5 : 9.5, class: "s" + ring[1], "stroke-width": ring[0] });
  }
  // The colour of a country only if all were made for it.
  function inkOfQuotes(m) {
    const ink = D.quotes[m.top].ink, all = m.all;
    return all && all.some((id) => D.quotes[id].ink !== ink) ? "SpeakerOther" : ink;
  }
  function dot(g, kind, x, y) {
    switch (D.statuses[kind]) {
      case "InForce": sv(g, "circle", { cx: x, cy: y, r: 3.5, class: "fForce" }); break;
      case "InEffect": sv(g, "circle", { cx: x, cy: y, r: 3.5, class: "fSigned" }); break;
      case "Signed": sv(g, "circle", { cx: x, cy: y, r: 3.5, class: "sSigned", "stroke-width": 1.5 }); break;
      case "Suspended": rect(g, x - 3.5, y - 3.5, 7, 7, "fSuspended", { rx: 1 }); break;
      case "Topic": line(g, x - 3, y, x + 3, y, "sMuted", { "stroke-width": 1.5 }); break;
      case "Ended": sv(g, "path", { d: `M${x} ${y - 4.2}l4.2 4.2l-4.2 4.2l-4.2 -4.2Z`, class: "fEnd" }); break;
      default: sv(g, "circle", { cx: x, cy: y, r: 3.5, class: "sMuted", "stroke-width": 1.5 });
    }
  }
  const triangle = (g, x, y, isRight) =>
    sv(g, "path", { d: isRight ? `M${x - 2.5} ${y - 4}V${y + 4}L${x + 3} ${y}Z` : `M${x - 4} ${y - 2.5}H${x + 4}L${x} ${y + 3}Z`, class: "fMuted" });

  function drawHeader(g, l, y, plot, m) {
    const left = l.isParty ? 39 : 25, room = plot.left - left - 8;
    const own = sv(g, "g", { class: "header", "data-t": l.treaty });
    rect(own, 0, y, plot.left, m.height, "hit");
    if (l.isParty) {
      const middle = y + m.height / 2, name = elided(l.name, room, 11);
      line(own, 15.5, y, 15.5, y + m.height, "sLine");
      dot(own, l.dot, 29.5, middle);
      words(own, left, middle + 4, name, "t11");
      const rest = room - measure(name) - 8;
      if (rest > 40) words(own, plot.left - 8, middle + 4, elided(l.standing, rest, 11), "t11 muted", { "text-anchor": "end" });
      return;
    }
    dot(own, l.dot, 15.5, y + 16);
    words(own, 25, y + 20.5, elided(l.name, room, 13), "t13");
    words(own, 25, y + 36, elided(l.standing, room, 11), "t11 muted");
    sv(own, "title", {}, D.treaties[l.treaty].name + " – " + l.standing);
  }
  function drawLane(g, headers, row, y, plot) {
    const l = row.lane, m = l.isParty ? M.party : M.lane, p = Layout.lane(l, D, time, width, measure, emphasis);
    const focus = selected && selected[0] !== "t", isOwn = selected && treatyOf(selected) === l.treaty;
    if (isOwn && !l.isParty) {
      rect(g, 0, y, width, m.height, "fSelect", { opacity: 0.13 });
      rect(headers, 0, y, 3, m.height, "fSelect");
    }
    line(g, plot.left, y + m.height, plot.right, y + m.height, "sLine", { opacity: 0.6 });
    const isPart = isOwn || [...p.events, ...p.quotes].some((x) => x.emphasis === "linked"), alpha = focus && !isPart ? 0.35 : 1, bar = y + m.bar;
    for (const b of p.bars) {
      if (D.phases[b.kind] !== "Ended") { paintBar(g, b, bar, m.half, alpha); continue; }
      let left = b.left; // the line of a treaty that is over gives way to labels
      for (const o of p.labels.filter((o) => !o.isOver)) {
        if (o.x - 4 > left) paintBar(g, { ...b, left, right: Math.min(o.x - 4, b.right) }, bar, m.half, alpha);
        left = Math.max(left, o.x + o.width + 4);
      }
      if (b.right > left) paintBar(g, { ...b, left }, bar, m.half, alpha);
    }
    for (const n of p.notices) {
      rect(g, n.left, bar + m.half, n.right - n.left, 0.8 * m.half, "fEnd", { opacity: 0.25 * alpha });
      rect(g, n.left, bar + m.half, n.right - n.left, 0.8 * m.half, "", { fill: "url(#hatchEnd)", opacity: alpha });
    }
    for (const s of p.spans) paintSpan(g, s, y, alpha);
    for (const b of p.bands) paintBand(g, b, bar, (9 * m.half) / 5, alpha);
    for (const o of p.otherDates) {
      line(g, o.from, bar, o.to, bar, "s" + inkOf(o.id), { "stroke-dasharray": "1.5 2" });
      sv(g, "circle", { cx: o.to, cy: bar, r: 3, class: "other s" + inkOf(o.id), "stroke-width": 1.2 });
    }
    const inside = (col, x) => col.ids.slice(Layout.lowerBound(col.at, x.first, 0), Layout.lowerBound(col.at, x.last + 1, 0));
    for (const x of p.quotes) x.all = x.count > 1 ? inside(l.quotes, x).slice(0, 32) : null;
    const order = (x) => (x.emphasis === "selected" ? 1000 : D.events[x.top].ends ? 600 : x.emphasis === "linked" ? 500 : 0) + D.events[x.top].sign;
    for (const x of p.quotes) paintMark(g, x, y + m.quote, "q");
    for (const x of [...p.events].sort((a, b) => order(a) - order(b))) paintMark(g, x, bar, "e");
    for (const [kind, marks, at] of [["e", p.events, y + m.bar + 8], ["q", p.quotes, y + m.quote + 7.5]]) {
      for (const x of marks) {
        const ids = hits.length && (x.count > 1 ? inside(kind === "e" ? l.events : l.quotes, x) : [x.top]);
        if (ids && ids.some((id) => hitSet.has(kind + id))) rect(g, x.x - 6, at - 1.25, 12, 2.5, "fSelect");
      }
    }
    for (const o of p.labels) words(g, o.x, o.isOver ? y + 9 : bar + 4, o.text, "t11 " + (o.isEnd ? "end" : "muted"), { opacity: o.dimmed ? 0.65 : 1 });
    if (p.entering) words(g, p.entering.x, y + 9, p.entering.text, "t11 muted", { opacity: focus && !isOwn ? 0.65 : 1 });
    for (const a of p.arrows) {
      const text = year(Layout.civil(a.at)[0]), arrow = sv(g, "g", { class: "arrow", "data-at": a.at });
      const x = a.isBefore ? plot.left + 2 : plot.right - 20 - measure(text);
      rect(arrow, x, bar - 12, measure(text) + 18, 24, "hit");
      words(arrow, x + 3, bar + 4, a.isBefore ? "‹ " + text : text + " ›", "t11 accent");
    }
    drawHeader(headers, l, y, plot, m);
  }
  function drawGroup(g, headers, row, y, plot) {
    const group = D.groups[row.group], middle = y + M.group / 2, isCollapsed = collapsed[row.group];
    const count = group[3].filter((i) => !D.lanes[i].isParty).length, own = sv(headers, "g", { class: "header", "data-g": row.group });
    rect(own, 0, y, plot.left, M.group, "fPanel hit");
    triangle(own, 15.5, middle, isCollapsed);
    words(own, 25, middle + 4, elided(group[0].toUpperCase(), plot.left - 33 - measure(" · " + count), 11) + " · " + count, "t11 muted");
    if (!isCollapsed) return;
    const at = group[3].flatMap((i) => (D.lanes[i].isParty ? [] : D.lanes[i].events.at)).sort((a, b) => a - b);
    for (const s of Layout.strokes({ at, ids: at, rank: at }, time, width, M)) {
      const half = (0.5 + 0.5 * s.strength) * (M.group / 2 - 6);
      rect(g, s.x - 0.75, middle - half, 1.5, 2 * half, "fForce", { opacity: 0.45 + 0.55 * s.strength });
    }
  }
  function drawLinks(g, plot, yOf) {
    if (!selected || selected[0] === "t") return;
    const scale = Layout.scaleOf(time, plot.left, plot.right - plot.left);
    const place = (s, index) => {
      const l = D.lanes[index], m = l.isParty ? M.party : M.lane, y = yOf(l);
      return y === null ? null : [clamp(scale.x(atOf(s)), -1e4, 1e4), y + (s[0] === "e" ? m.bar : m.quote)];
    };
    const home = (s) => lanesOf[s[0]][s[1]].filter((i) => !D.lanes[i].isParty), from = home(selected).length && place(selected, home(selected)[0]);
    for (const s of from ? linked(selected) : []) {
      for (const index of s[0] === "e" ? home(s).slice(0, 1) : home(s)) {
        const to = place(s, index);
        if (!to) continue;
        const across = Math.abs(to[1] - from[1]) > 40, depth = clamp(Math.abs(to[0] - from[0]) * 0.12, 12, 26);
        const handle = (a, b) => (across ? [a[0], a[1] + (b[1] - a[1]) * 0.5] : [a[0], Math.max(a[1], b[1]) + depth]);
        sv(g, "path", { d: `M${from}C${handle(from, to)} ${handle(to, from)} ${to}`, class: "sSelect", "stroke-width": 1.8 });
      }
    }
  }
  function drawAxis(plot, scale, ticks) {
    clear(axis);
    axis.setAttribute("width", width);
    const clip = sv(axis, "svg", { x: plot.left, y: 0, width: plot.right - plot.left, height: AXIS, viewBox: `${plot.left} 0 ${plot.right - plot.left} ${AXIS}` });
    for (const t of ticks) {
      line(clip, t.x, AXIS - (t.label === null ? 5 : 9), t.x, AXIS, "sMuted", { opacity: t.label === null ? 0.7 * t.strength : 1 });
      if (t.label !== null && t.x >= plot.left + 15 && t.x <= plot.right - 15) words(clip, t.x, AXIS - 13, t.label, "t11", { "text-anchor": "middle" });
    }
    if (D.status) {
      const x = scale.x(D.status[0]), half = measure(D.status[1]) / 2 + 7;
      if (x >= plot.left && x < plot.right) {
        const middle = clamp(x, plot.left + half, Math.max(plot.right - half, plot.left + half));
        rect(clip, middle - half, 1, 2 * half, 14, "fSelect", { rx: 4 });
        words(clip, middle, 11.5, D.status[1], "t11 onselect", { "text-anchor": "middle" });
      }
    }
    words(axis, 12, AXIS - 13, elided(spanWords(), plot.left - 16, 11), "t11 muted");
    line(axis, 0, AXIS - 0.5, width, AXIS - 0.5, "sLine");
    line(axis, plot.left, 0, plot.left, AXIS, "sLine");
  }
  let asked = 0;
  const redraw = () => { if (!asked) asked = requestAnimationFrame(draw); };
  function draw() {
    asked = 0;
    width = scroller.clientWidth;
    if (!width) return;
    const plot = Layout.plotOf(width, M), scale = Layout.scaleOf(time, plot.left, plot.right - plot.left);
    const ticks = Layout.ticks(time, scale, { tick }).filter((t) => t.x >= plot.left - 1);
    const top = scroller.scrollTop, view = scroller.clientHeight, held = pinnedHeight(), bottom = top + view;
    clear(svg);
    svg.setAttribute("width", width);
    svg.setAttribute("height", Math.max(total, view));
    const part = (from, to, list, shift) => {
      const box = { x: 0, y: from, width, height: Math.max(to - from, 0), viewBox: `0 ${from} ${width} ${Math.max(to - from, 1)}` };
      const part = sv(svg, "svg", box), back = sv(part, "g"), clip = sv(part, "svg", { x: plot.left, y: from, width: plot.right - plot.left, height: box.height, viewBox: `${plot.left} ${from} ${plot.right - plot.left} ${Math.max(to - from, 1)}` });
      rect(back, 0, from, width, box.height, "fPaper");
      for (const t of ticks) if (t.label !== null) line(back, t.x, from, t.x, to, "sLine");
      const g = sv(clip, "g"), headers = sv(part, "g");
      rect(headers, 0, from, plot.left, box.height, "fPaper");
      for (const row of list) (row.lane ? drawLane : drawGroup)(g, headers, row, row.top + shift, plot);
      line(headers, plot.left, from, plot.left, to, "sLine");
      if (D.status) {
        const x = scale.x(D.status[0]);
        if (x >= plot.left && x < plot.right) line(g, x, from, x, to, "sSelect", { "stroke-width": 1.5 });
      }
      drawLinks(g, plot, (l) => {
        const row = rows.find((r) => r.lane === l) || rows.find((r) => r.group === groupOf.get(l.index));
        return row ? (row.top < held ? row.top + top : row.top) : null;
      });
    };
    part(top + held, bottom, rows.filter((r) => r.top + r.height > top + held && r.top < bottom && r.top >= held), 0);
    if (held) {
      part(top, top + held, rows.filter((r) => r.top < held), top);
      line(svg, 0, top + held, width, top + held, "sMuted");
    }
    drawAxis(plot, scale, ticks);
    scroller.setAttribute("aria-label", fill(W.chart, spanWords()));
  }

  // --- moving about ---
  function move(next) {
    time = Layout.clamped(next, D.limits);
    redraw();
  }
  const plotNow = () => Layout.plotOf(width, M);
  function zoom(factor, x) {
    const plot = plotNow(), share = clamp(((x === undefined ? (plot.left + plot.right) / 2 : x) - plot.left) / (plot.right - plot.left), 0, 1);
    const fixed = time.start + share * time.span, span = clamp(time.span / factor, Layout.DAY / 6, D.limits[2]);
    move({ start: fixed - share * span, span });
  }
  const pan = (points) => { const plot = plotNow(); move({ start: time.start + (points * time.span) / (plot.right - plot.left), span: time.span }); };
  let flight = 0;
  function fly(to, top) {
    cancelAnimationFrame(flight);
    const from = { ...time }, goal = Layout.clamped(to, D.limits), y = scroller.scrollTop, down = top === undefined ? y : clamp(top, 0, Math.max(total - scroller.clientHeight, 0));
    const begun = performance.now();
    const frame = (now) => {
      const t = still.matches || document.hidden ? 1 : clamp((now - begun) / 350, 0, 1), k = 1 - (1 - t) ** 3;
      const span = from.span * (goal.span / from.span) ** k, middle = (from.start + from.span / 2) * (1 - k) + (goal.start + goal.span / 2) * k;
      time = t === 1 ? goal : { start: middle - span / 2, span };
      scroller.scrollTop = y + (down - y) * k;
      redraw();
      if (t < 1) flight = requestAnimationFrame(frame);
    };
    frame(still.matches ? begun + 1e4 : begun);
  }
  const rowOf = (s) => {
    const index = s[0] === "t" ? lanesOf.t.get(s[1]) : lanesOf[s[0]][s[1]][0];
    return index === undefined ? null : D.lanes[index];
  };
  function topFor(s) {
    const l = rowOf(s), row = l && rows.find((r) => r.lane === l), view = scroller.clientHeight, held = pinnedHeight();
    if (!row || row.top < held) return scroller.scrollTop;
    const top = scroller.scrollTop;
    return row.top < top + held ? row.top - held - 20 : row.top + row.height > top + view ? row.top + row.height - view + 20 : top;
  }
  function reveal(s) {
    const l = rowOf(s), group = l && groupOf.get(l.index);
    if (group !== undefined && collapsed[group]) toggleGroup(group);
    let to = time;
    if (s[0] !== "t") {
      const share = (atOf(s) - time.start) / time.span;
      if (share < 0.02 || share > 0.98) to = { start: atOf(s) - time.span / 2, span: time.span };
    }
    fly(to, topFor(s));
  }
  function toggleGroup(i) {
    collapsed[i] = !collapsed[i];
    layRows();
    markTree();
    redraw();
  }
  function select(s, how = {}) {
    selected = s;
    if (s) {
      showTab("details", true);
      if (how.reveal !== false) reveal(s);
      say(titleOf(s) + ", " + dateOf(s));
    } else if (narrow.matches) open(false);
    showDetails();
    markTree();
    redraw();
  }
  let spoken = 0;
  function say(text) {
    clearTimeout(spoken);
    spoken = setTimeout(() => { $("live").textContent = text; }, 60);
  }

  // --- the panel ---
  function open(isOpen) {
    body.classList.toggle("open", isOpen);
    redraw();
  }
  function showTab(name, isOpening) {
    tab = name;
    for (const button of $("tabs").querySelectorAll("[role=tab]")) {
      const isOn = button.dataset.tab === name;
      button.setAttribute("aria-selected", isOn);
      button.tabIndex = isOn ? 0 : -1;
      $(button.dataset.tab).hidden = !isOn;
    }
    if (isOpening) open(true);
  }
  const isWeb = (url) => /^https?:\/\/[^\s\u0000-\u001f]+$/i.test(url);
  const link = (parent, url, text) => (isWeb(url) ? el(parent, "a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : el(parent, "span", {}, text));
  function source(parent, index) {
    const s = D.sources[index];
    if (!s) return;
    const [title, publisher, date, url, archive, seen, kind] = s, p = el(parent, "p", { class: "source" });
    link(p, url || "", title || url || "?");
    const rest = [publisher, date, D.sourceKinds[kind - 1], seen && fill(W.accessed, seen)].filter(Boolean).join(", ");
    if (rest) p.append(" · " + rest);
    if (archive && isWeb(archive)) { p.append(" · "); link(p, archive, W.archived); }
  }
  function item(parent, s, note) {
    const button = el(el(parent, "li"), "button", { class: "item" }), text = el(button, "span");
    if (s[0] === "e") glyph(button, "k" + D.events[s[1]].kind);
    if (s[0] === "q") glyph(button, "q" + D.quotes[s[1]].ink);
    button.append(text);
    el(text, "small", {}, [note, dateOf(s)].filter(Boolean).join(" · "));
    text.append(titleOf(s).length > 160 ? titleOf(s).slice(0, 158) + "…" : titleOf(s));
    button.addEventListener("click", () => select(s));
    return button;
  }
  function glyph(parent, id) {
    const own = sv(parent, "svg", { width: 20, height: 16, viewBox: "-10 -8 20 16", "aria-hidden": "true", class: "glyph" });
    if (id[0] === "q" && id !== "quote") { rect(own, -6.5, -6, 13, 12, "f" + id.slice(1), { rx: 3 }); id = "quote"; }
    sv(own, "use", { href: "#" + id });
  }
  const heading = (parent, text) => el(parent, "h3", {}, text);
  function list(parent, title, items) {
    if (!items.length) return;
    heading(parent, title);
    const ul = el(parent, "ul", { class: "items" });
    const show = (from) => {
      for (const [s, note] of items.slice(from, from + 60)) item(ul, s, note);
      if (items.length <= from + 60) return;
      const more = el(el(ul, "li"), "button", { class: "more" }, fill(W.more, items.length - from - 60));
      more.addEventListener("click", () => { more.parentNode.remove(); show(from + 60); });
    };
    show(0);
  }
  function blockquote(parent, text, lang) {
    el(el(parent, "blockquote", { lang: lang || undefined, dir: "auto" }), "p", {}, text);
  }
  function eventDetails(box, id) {
    const e = D.events[id], kind = D.kinds[e.kind];
    const over = el(box, "p", { class: "over" });
    glyph(over, "k" + e.kind);
    const toTreaty = el(over, "button", { class: "link" }, D.treaties[e.treaty].name);
    toTreaty.addEventListener("click", () => select(["t", e.treaty]));
    over.append(" · " + kind[0] + (e.party >= 0 ? " · " + D.parties[e.party] : ""));
    el(box, "h2", {}, e.title || e.short);
    el(box, "p", { class: "date" }, e.date + (e.rivals.length ? " · " + W.disputed : ""));
    if (e.summary) el(box, "p", { dir: "auto" }, e.summary);
    if (e.contested) el(box, "p", { class: "note" }, e.contested);
    for (const text of e.extra) el(box, "p", { class: "note" }, text);
    if (isWeb(e.url)) link(el(box, "p"), e.url, e.url);
    const claims = e.claims.length > 1;
    heading(box, claims ? W.claims : W.sources);
    for (const [date, role, src, note] of e.claims) {
      const claim = el(box, "div", { class: "claim" });
      if (claims) el(claim, "p", {}, (date || e.date) + (role ? " · " + role : ""));
      if (note) el(claim, "p", { class: "note" }, note);
      if (src) source(claim, src - 1); else if (!note) el(claim, "p", { class: "note" }, W.noSource);
    }
    list(box, W.related, e.links.map(([relation, to]) => [["e", to], relation]));
    list(box, W.statements, e.quotes.map((q) => [["q", q], ""]));
  }
  function quoteDetails(box, id, isSub) {
    const q = D.quotes[id];
    if (!isSub) {
      el(box, "h2", {}, D.speakers[q.speaker] || W.statement);
      if (q.role) el(box, "p", { class: "over" }, q.role);
    }
    el(box, "p", { class: "date" }, [q.date, q.venue].filter(Boolean).join(" · "));
    blockquote(box, fill(W.quoted, q.quote), q.lang);
    if (q.translated) el(box, "p", { class: "note" }, q.translated);
    source(box, q.source);
    if (q.original) {
      const more = el(box, "details");
      el(more, "summary", {}, q.original[0] || W.original);
      blockquote(more, q.original[1], q.original[3]);
      source(more, (q.original[2] || 0) - 1);
    }
    if (q.note) el(box, "p", { class: "note" }, q.note);
    list(box, W.about, q.events.map((e) => [["e", e], D.treaties[D.events[e].treaty].name]).concat(q.treaties.map((t) => [["t", t], ""])));
  }
  function treatyDetails(box, id) {
    const t = D.treaties[id], l = D.lanes[lanesOf.t.get(id)];
    const over = el(box, "p", { class: "over" }, t.category), h = el(box, "h2", {}, t.name);
    if (t.full && t.full !== t.name) el(box, "p", { class: "note" }, t.full);
    el(box, "p", { class: "date" }, (D.status ? fill(W.statusOn, D.status[1]) + ": " : "") + t.standing);
    if (t.summary) el(box, "p", {}, t.summary);
    if (t.duration) { heading(box, W.duration); el(box, "p", {}, t.duration); }
    if (!l) return;
    list(box, W.events, l.events.ids.map((e) => [["e", e], ""]));
    list(box, W.statements, l.quotes.ids.map((q) => [["q", q], ""]));
  }
  function intro(box) {
    el(box, "h2", {}, D.title);
    if (D.current) el(box, "p", { class: "date" }, D.current);
    if (D.status) el(box, "p", { class: "date" }, fill(W.statusOn, D.status[1]));
    const n = (x) => x.length;
    el(box, "p", {}, [counted(D.lanes.filter((l) => !l.isParty).length, W.nLanes), counted(n(D.events), W.nEvents), counted(n(D.quotes), W.nStatements), counted(n(D.sources), W.nSources)].join(" · "));
    if (D.filtered) el(box, "p", { class: "note" }, D.filtered);
    if (D.description) el(box, "p", { dir: "auto" }, D.description);
    heading(box, W.legend);
    for (const [title, entries] of D.legend) {
      el(box, "h4", {}, title);
      const ul = el(box, "ul", { class: "legend" });
      for (const [name, id] of entries) {
        const li = el(ul, "li"), own = sv(li, "svg", { width: 30, height: 18, viewBox: "-15 -9 30 18", "aria-hidden": "true" });
        sv(own, "use", { href: "#" + id });
        li.append(name);
      }
    }
    heading(box, W.keys);
    const dl = el(box, "dl", { class: "keys" });
    for (const [key, what] of W.keyList) { el(dl, "dt", {}, key); el(dl, "dd", {}, what); }
    if (D.licence) { heading(box, W.licence); el(box, "p", {}, D.licence); }
    heading(box, W.cite);
    const said = name => document.querySelector(`meta[name="${name}"]`)?.content;
    el(box, "p", { class: "cite" }, said("Treaty Timeline view"));
    if (said("Dataset SHA-256")) el(box, "p", { class: "cite" }, "SHA-256 " + said("Dataset SHA-256"));
    el(box, "p", { class: "cite" }, W.madeWith);
  }
  function showDetails() {
    const box = $("details");
    clear(box);
    if (!selected) intro(box);
    else ({ e: eventDetails, q: quoteDetails, t: treatyDetails })[selected[0]](box, selected[1]);
    box.scrollTop = 0;
  }

  // --- the list: a tree of groups, treaties and what happened ---
  const tree = $("tree");
  function treeItem(parent, level, text, s, more, children) {
    const label = level === 3 ? more + ": " + text : text + ", " + more;
    const li = el(parent, "li", { role: "treeitem", "aria-level": level, "aria-label": label, tabindex: -1, "aria-expanded": children ? false : undefined, "aria-selected": false });
    const span = el(li, "span", {}, level === 3 ? "" : text);
    el(span, "small", {}, more);
    if (level === 3) span.append(text.length > 200 ? text.slice(0, 198) + "…" : text);
    li.item = s;
    li.fillIn = children;
    return li;
  }
  function expand(li, isOpen) {
    if (!li.fillIn) return;
    if (isOpen && !li.querySelector("[role=group]")) li.fillIn(el(li, "ul", { role: "group" }));
    li.setAttribute("aria-expanded", isOpen);
    markTree();
  }
  function fillTree() {
    D.groups.forEach((g, i) => {
      const lanes = g[3].map((index) => D.lanes[index]).filter((l) => !l.isParty);
      const li = treeItem(tree, 1, g[0], null, counted(lanes.length, W.nLanes), (ul) => {
        for (const l of lanes) {
          const has = `${l.standing} · ${counted(l.events.ids.length, W.nEvents)} · ${counted(l.quotes.ids.length, W.nStatements)}`;
          treeItem(ul, 2, l.name, ["t", l.treaty], has, (inner) => {
            const all = l.events.ids.map((id) => ["e", id]).concat(l.quotes.ids.map((id) => ["q", id])).sort((a, b) => atOf(a) - atOf(b));
            for (const s of all) treeItem(inner, 3, titleOf(s), s, dateOf(s), null);
          });
        }
      });
      li.group = i;
      expand(li, D.groups.length < 3 || i === 0);
    });
    const first = tree.querySelector("[role=treeitem]");
    if (first) first.tabIndex = 0;
  }
  function markTree() {
    for (const li of tree.querySelectorAll("[role=treeitem]")) li.setAttribute("aria-selected", !!li.item && same(li.item, selected));
  }
  const inTree = () => [...tree.querySelectorAll("[role=treeitem]")].filter((li) => !li.parentNode.closest("[aria-expanded=false]"));
  function focusItem(li) {
    for (const other of tree.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
    li.tabIndex = 0;
    li.focus();
  }
  tree.addEventListener("keydown", (event) => {
    const li = event.target.closest("[role=treeitem]"), all = inTree(), at = all.indexOf(li), isOpen = li.getAttribute("aria-expanded") === "true";
    const go = { ArrowDown: all[at + 1], ArrowUp: all[at - 1], Home: all[0], End: all[all.length - 1] }[event.key];
    if (go) focusItem(go);
    else if (event.key === "ArrowRight" && li.fillIn) isOpen ? focusItem(all[at + 1]) : expand(li, true);
    else if (event.key === "ArrowLeft") isOpen ? expand(li, false) : li.parentNode.closest("[role=treeitem]") && focusItem(li.parentNode.closest("[role=treeitem]"));
    else if (event.key === "Enter" || event.key === " ") choose(li);
    else if (!["ArrowDown", "ArrowUp", "Home", "End", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  function choose(li) {
    if (!li.item) return expand(li, li.getAttribute("aria-expanded") !== "true");
    const was = li.item;
    expand(li, true);
    selected = was;
    reveal(was);
    showDetails();
    markTree();
    say(titleOf(was) + ", " + dateOf(was));
    redraw();
    if (was[0] !== "t") { showTab("details", true); $("details").focus(); }
  }
  tree.addEventListener("click", (event) => {
    const li = event.target.closest("[role=treeitem]");
    if (!li) return;
    focusItem(li);
    if (li.item && li.item[0] === "t" && same(li.item, selected)) return expand(li, li.getAttribute("aria-expanded") !== "true");
    choose(li);
  });

  // --- search ---
  const folded = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  let texts = null, hitSet = new Set();
  function search() {
    query = $("q").value.trim();
    hits = [];
    if (query) {
      if (!texts) {
        texts = [];
        D.treaties.forEach((t, i) => texts.push([["t", i], folded([t.name, t.full, t.aliases, t.summary].join("\n"))]));
        D.events.forEach((e, i) => texts.push([["e", i], folded([e.title, e.summary, e.date, D.kinds[e.kind][0], D.treaties[e.treaty].name, D.parties[e.party] || ""].join("\n"))]));
        D.quotes.forEach((q, i) => texts.push([["q", i], folded([q.quote, D.speakers[q.speaker], q.role, q.venue, q.date, q.original ? q.original[1] : ""].join("\n"))]));
      }
      const parts = folded(query).split(/\s+/);
      hits = texts.filter(([, text]) => parts.every((part) => text.includes(part))).map(([s]) => s);
    }
    hitSet = new Set(hits.map((s) => s[0] + s[1]));
    const box = $("results"), said = query ? (hits.length ? counted(hits.length, W.nHits) : W.noHits) : "";
    $("found").textContent = said;
    clear(box);
    if (query) {
      el(box, "p", { class: "date" }, said);
      const ul = el(box, "ul", { class: "items" });
      for (const s of hits.slice(0, 200)) item(ul, s, s[0] === "t" ? "" : D.treaties[treatyOf(s)] && D.treaties[treatyOf(s)].name);
      if (hits.length > 200) el(box, "p", { class: "note" }, fill(W.more, hits.length - 200));
    }
    $("tabResults").hidden = !query;
    if (query) showTab("results", true);
    else if (tab === "results") showTab("details", false);
    redraw();
  }
  $("q").addEventListener("input", search);
  $("search").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
    if (hits[0]) select(hits[0]);
  });

  // --- the steps of a trail ---
  function goStep(i, isScrolling) {
    if (i < 0 || i >= D.trail.length) return;
    step = i;
    const [, , start, span, kind, id] = D.trail[i], s = kind ? [kind, id] : null, cards = $("steps").children;
    selected = s;
    showDetails();
    markTree();
    [...cards].forEach((card, at) => {
      card.classList.toggle("now", at === i);
      if (at === i) card.setAttribute("aria-current", "step"); else card.removeAttribute("aria-current");
    });
    if (!isScrolling) { showTab("trail", true); cards[i].scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" }); }
    if (s) { const l = rowOf(s); if (l && collapsed[groupOf.get(l.index)]) toggleGroup(groupOf.get(l.index)); }
    fly({ start, span }, s ? topFor(s) : undefined);
    $("stepOf").textContent = fill(W.stepOf, i + 1, D.trail.length);
    $("previous").disabled = i === 0;
    $("next").disabled = i === D.trail.length - 1;
    say(D.trail[i][0] + ". " + D.trail[i][1]);
  }
  function fillTrail() {
    if (!D.trail.length) return;
    $("tabTrail").hidden = false;
    D.trail.forEach(([name, note], i) => {
      const card = el($("steps"), "li"), button = el(card, "button", {}, i + 1 + ". " + name);
      if (note) for (const part of note.split("\n")) el(card, "p", { dir: "auto" }, part);
      button.addEventListener("click", () => goStep(i));
    });
    $("stepOf").textContent = fill(W.stepOf, 0, D.trail.length);
    $("previous").disabled = true;
    showTab("trail", !narrow.matches);
    let quiet = 0;
    const panel = $("trail");
    panel.addEventListener("wheel", () => { quiet = 1; }, { passive: true });
    panel.addEventListener("touchmove", () => { quiet = 1; }, { passive: true });
    panel.addEventListener("scroll", () => {
      if (!quiet || tab !== "trail") return;
      const box = panel.getBoundingClientRect(), line = box.top + box.height * 0.4;
      const at = [...$("steps").children].findIndex((card) => card.getBoundingClientRect().bottom > line);
      if (at >= 0 && at !== step) goStep(at, true);
    }, { passive: true });
    for (const [id, by] of [["previous", -1], ["next", 1]]) $(id).addEventListener("click", () => { quiet = 0; goStep(step + by); });
    $("stage").addEventListener("click", () => present(!isPresented()));
    document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) present(false); });
  }
  // The steps one by one in large type; in the whole screen where that is allowed.
  const isPresented = () => body.classList.contains("stage");
  function present(isOn) {
    if (isOn === isPresented()) return;
    body.classList.toggle("stage", isOn);
    $("stage").setAttribute("aria-pressed", isOn);
    const whole = document.documentElement;
    if (isOn && whole.requestFullscreen) whole.requestFullscreen().catch(() => {});
    if (!isOn && document.fullscreenElement) document.exitFullscreen();
    if (isOn) goStep(Math.max(step, 0));
    redraw();
  }
  const STAGE = { PageDown: 1, ArrowRight: 1, " ": 1, PageUp: -1, ArrowLeft: -1 };
  document.addEventListener("keydown", (event) => {
    const by = isPresented() && (event.key === "Escape" ? 0 : STAGE[event.key]);
    if (by === false || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (by) goStep(step + by); else present(false);
  }, true);

  // --- mouse and touch ---
  const at = (event) => { const box = scroller.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  chart.addEventListener("wheel", (event) => {
    const unit = event.deltaMode === 1 ? 16 : 1, sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(2 ** (clamp(-event.deltaY * unit, -240, 240) / 160), at(event)[0]);
    } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      pan(sideways * unit);
    }
  }, { passive: false });
  const fingers = new Map();
  let pinch = null, drag = null, dragged = false;
  chart.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || event.target === scroller) return; // its scroll bar
    fingers.set(event.pointerId, at(event));
    cancelAnimationFrame(flight);
    dragged = fingers.size > 1;
    if (fingers.size === 2) {
      const [a, b] = [...fingers.values()];
      pinch = { apart: Math.max(Math.abs(a[0] - b[0]), 20), middle: (a[0] + b[0]) / 2 };
      drag = null;
    } else if (fingers.size === 1) {
      const p = at(event);
      drag = { x: p[0], y: p[1], from: p, top: scroller.scrollTop, isMouse: event.pointerType === "mouse", held: false };
    }
  });
  chart.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const p = at(event);
    fingers.set(event.pointerId, p);
    if (pinch && fingers.size === 2) {
      const [a, b] = [...fingers.values()], apart = Math.max(Math.abs(a[0] - b[0]), 20), middle = (a[0] + b[0]) / 2;
      pan(pinch.middle - middle);
      zoom(apart / pinch.apart, middle);
      pinch = { apart, middle };
    } else if (drag) {
      if (!drag.held && Math.hypot(p[0] - drag.from[0], p[1] - drag.from[1]) < 4) return;
      if (!drag.held) { drag.held = dragged = true; chart.setPointerCapture(event.pointerId); chart.classList.add("dragging"); }
      pan(drag.x - p[0]);
      if (drag.isMouse) scroller.scrollTop = drag.top + drag.from[1] - p[1];
      drag.x = p[0];
    }
  });
  const lift = (event) => {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
    if (!fingers.size) { drag = null; chart.classList.remove("dragging"); }
  };
  for (const type of ["pointerup", "pointercancel"]) chart.addEventListener(type, lift);
  function press(mark) {
    const s = [mark[0], +mark.slice(1)];
    select(s, { reveal: false });
  }
  chart.addEventListener("click", (event) => {
    if (dragged) { dragged = false; return; }
    const hit = event.target.closest("[data-s],[data-t],[data-g],[data-at]");
    if (!hit) { if (event.target.closest("#plot")) select(null); return; }
    if (hit.dataset.g !== undefined) toggleGroup(+hit.dataset.g);
    else if (hit.dataset.at !== undefined) fly({ start: +hit.dataset.at - time.span / 2, span: time.span });
    else if (hit.dataset.t !== undefined) select(["t", +hit.dataset.t], { reveal: false });
    else press(hit.dataset.s);
  });
  chart.addEventListener("dblclick", (event) => {
    const mark = event.target.closest("[data-s]"), first = mark && +mark.dataset.first, last = mark && +mark.dataset.last;
    if (mark && last > first) fly({ start: first - (last - first) * 0.3, span: Math.max((last - first) * 1.6, 30 * Layout.DAY) });
    else zoom(2, at(event)[0]);
  });
  const tip = $("tip");
  chart.addEventListener("pointermove", (event) => {
    const mark = event.pointerType === "mouse" && !fingers.size && event.target.closest("[data-s]");
    tip.hidden = !mark;
    if (!mark) return;
    const s = [mark.dataset.s[0], +mark.dataset.s.slice(1)], n = +mark.dataset.n || 1, box = chart.getBoundingClientRect();
    clear(tip);
    el(tip, "strong", {}, dateOf(s));
    const text = titleOf(s);
    el(tip, "span", {}, text.length > 220 ? text.slice(0, 218) + "…" : text);
    if (n > 1) el(tip, "small", {}, counted(n, s[0] === "e" ? W.nEvents : W.nStatements));
    const x = event.clientX - box.left, y = event.clientY - box.top;
    tip.style.left = clamp(x + 14, 4, Math.max(box.width - tip.offsetWidth - 4, 4)) + "px";
    tip.style.top = (y + 18 + tip.offsetHeight > box.height ? Math.max(y - tip.offsetHeight - 12, 4) : y + 18) + "px";
  });
  chart.addEventListener("pointerleave", () => { tip.hidden = true; });
  scroller.addEventListener("scroll", redraw, { passive: true });

  // --- keys ---
  const shown = () => rows.filter((r) => r.lane).map((r) => r.lane);
  function step1(by) {
    const l = selected && rowOf(selected) ? rowOf(selected) : shown()[0];
    if (!l) return;
    const all = l.events.ids.map((id) => ["e", id]).concat(l.quotes.ids.map((id) => ["q", id])).sort((a, b) => atOf(a) - atOf(b) || (a[0] < b[0] ? -1 : 1));
    if (!all.length) return;
    const i = all.findIndex((s) => same(s, selected));
    if (i >= 0) return select(all[clamp(i + by, 0, all.length - 1)]);
    const middle = time.start + time.span / 2, near = all.findIndex((s) => atOf(s) >= middle);
    select(by > 0 ? all[near < 0 ? all.length - 1 : near] : all[near <= 0 ? 0 : near - 1]);
  }
  function stepLane(by) {
    const all = shown().filter((l) => !l.isParty), l = selected && rowOf(selected), i = l ? all.indexOf(l) : -1, next = all[clamp(i + by, 0, all.length - 1)];
    if (!next) return;
    const near = selected && selected[0] !== "t" ? atOf(selected) : time.start + time.span / 2;
    const items = next.events.ids.map((id) => ["e", id]).filter((s) => atOf(s) >= time.start && atOf(s) <= time.start + time.span);
    items.sort((a, b) => Math.abs(atOf(a) - near) - Math.abs(atOf(b) - near));
    select(items[0] || ["t", next.treaty]);
  }
  function edge(isLast) {
    const l = selected && rowOf(selected);
    if (!l || !l.events.ids.length) return isLast !== undefined && fly({ ...Layout.fitted(D.limits) });
    select(["e", l.events.ids[isLast ? l.events.ids.length - 1 : 0]]);
  }
  const whole = () => fly(Layout.fitted(D.limits));
  const KEYS = {
    "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: whole,
    ArrowLeft: (e) => (e.shiftKey ? pan(-160) : step1(-1)), ArrowRight: (e) => (e.shiftKey ? pan(160) : step1(1)),
    ArrowUp: () => stepLane(-1), ArrowDown: () => stepLane(1), Home: () => edge(false), End: () => edge(true),
    PageUp: () => { scroller.scrollTop -= scroller.clientHeight * 0.8; }, PageDown: () => { scroller.scrollTop += scroller.clientHeight * 0.8; },
    Enter: () => { if (selected) { showTab("details", true); $("details").focus(); } },
  };
  chart.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target !== scroller) return;
    event.preventDefault();
    act(event);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "Escape") {
      if (isTyping && $("q").value) { $("q").value = ""; search(); } else if (side.contains(event.target)) { scroller.focus(); if (narrow.matches) open(false); } else select(null);
    } else if (event.key === "/" && !isTyping) {
      event.preventDefault();
      $("q").focus();
    } else if (!isTyping && D.trail.length && (event.key === "n" || event.key === "p")) goStep(step + (event.key === "n" ? 1 : -1));
  });

  // --- buttons ---
  const on = (id, act) => $(id).addEventListener("click", act);
  on("in", () => zoom(1.5));
  on("out", () => zoom(1 / 1.5));
  on("all", whole);
  on("close", () => { open(false); scroller.focus(); });
  on("panel", () => open(!body.classList.contains("open"))); // in a wide window as well
  const dark = matchMedia("(prefers-color-scheme: dark)"), root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  on("theme", () => { root.dataset.theme = isDark() ? "light" : "dark"; $("theme").setAttribute("aria-pressed", isDark()); });
  const tabs = $("tabs");
  tabs.addEventListener("click", (event) => { const b = event.target.closest("[role=tab]"); if (b) showTab(b.dataset.tab, true); });
  tabs.addEventListener("keydown", (event) => {
    const all = [...tabs.querySelectorAll("[role=tab]:not([hidden])")], i = all.indexOf(event.target), by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || i < 0) return;
    const next = all[(i + by + all.length) % all.length];
    showTab(next.dataset.tab, true);
    next.focus();
    event.preventDefault();
  });

  // --- the start ---
  function glyphs() {
    const defs = $("defs");
    for (const [id, shapes] of D.glyphs) {
      const g = sv(defs, "g", { id });
      for (const [tag, attributes] of shapes) sv(g, tag, attributes);
    }
  }
  // A test asks for the marks that are drawn at this width.
  window.marks = (given) => Layout.dump(JSON.parse($("data").textContent), given || scroller.clientWidth);
  glyphs();
  layRows();
  fillTree();
  if (D.selected) selected = D.selected;
  showDetails();
  markTree();
  showTab("details", false);
  if (!narrow.matches) body.classList.add("open");
  $("theme").setAttribute("aria-pressed", isDark());
  fillTrail();
  new ResizeObserver(redraw).observe(scroller);
  draw();
  scroller.scrollTop = Math.min(D.scroll || 0, Math.max(total - scroller.clientHeight, 0));
  if (selected) scroller.scrollTop = clamp(topFor(selected), 0, Math.max(total - scroller.clientHeight, 0));
})();
