// Where everything in the timeline lies: the rules of src/timeline, for a window of any width.
// It touches no document, so that a test runs it elsewhere and compares it with the program's own scene.
const Layout = (() => {
  "use strict";
  const DAY = 86400, YEAR = 365.2425 * DAY, AXIS = 36, RADIUS = Math.fround(5.6), LABEL_REACH = 420;
  const f32 = Math.fround;
  const clamp = (x, low, high) => Math.min(Math.max(x, low), high);
  const mod = (a, b) => ((a % b) + b) % b;

  // Civil days, after Howard Hinnant: no zone, no leap seconds.
  function daysOf(y, m, d) {
    y -= m <= 2 ? 1 : 0;
    const era = Math.floor(y / 400), yoe = y - era * 400;
    const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
    return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
  }
  function civil(secs) {
    const z = Math.floor(secs / DAY) + 719468, era = Math.floor(z / 146097), doe = z - era * 146097;
    const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
    const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100)), mp = Math.floor((5 * doy + 2) / 153);
    const m = mp < 10 ? mp + 3 : mp - 9;
    return [yoe + era * 400 + (m <= 2 ? 1 : 0), m, doy - Math.floor((153 * mp + 2) / 5) + 1];
  }
  const secsOf = (y, m, d) => daysOf(y, m, d) * DAY;
  const MIN = secsOf(-9999, 1, 1), MAX = secsOf(10000, 1, 1);

  // --- time ---
  function scaleOf(time, left, width) {
    const pps = Math.max(width, 1) / time.span;
    const scale = {
      pps,
      x: (at) => left + (at - time.start) * pps,
      secs: (x) => time.start + (x - left) / pps,
      at: (x) => clamp(Math.floor(time.start + (x - left) / pps), MIN, MAX - 1),
      // A power of two, so that the grid changes in steps while zooming and not at all while panning.
      grid(points) {
        const most = Math.max(points / pps, 1);
        let step = 1;
        while (step * 2 <= most && step < 2 ** 60) step *= 2;
        return step;
      },
    };
    scale.bucket = scale.grid(10);
    return scale;
  }
  const momentsOf = (time) => [clamp(Math.floor(time.start), MIN, MAX), clamp(Math.ceil(time.start + time.span), MIN, MAX)];

  // How far the view may be moved: some data stays in sight.
  function clamped(time, limits) {
    const [first, last, maxSpan] = limits;
    const span = Number.isNaN(time.span) ? maxSpan : clamp(time.span, DAY / 6, maxSpan);
    const kept = Math.min(0.1 * span, last - first);
    const low = first + kept - span, high = last - kept;
    const start = low <= high ? clamp(time.start, low, high) : (low + high) / 2;
    return { start, span };
  }
  function fitted(limits) {
    const data = limits[1] - limits[0];
    const span = Math.max(data / 0.92, data < 2 * DAY ? 2 * YEAR : DAY / 6);
    return clamped({ start: limits[0] + data / 2 - span / 2, span }, limits);
  }

  // --- the axis ---
  const STEPS = [5000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map((n) => ["y", n])
    .concat([["m", 6], ["m", 3], ["m", 1], ["d", 7], ["d", 1], ["h", 6], ["h", 3], ["h", 1]]);
  const UNIT = { y: YEAR, m: 30.436875 * DAY, d: DAY, h: 3600 };
  function yearFloor(step, year) {
    if (year >= 1 && year >= step) return Math.floor(year / step) * step;
    if (year >= 1 && step > 2) return 1;
    return 1 - Math.floor((Math.max(1 - year, 1) + step - 1) / step) * step;
  }
  function yearNext(step, year) {
    const next = year >= 1 ? (Math.floor(year / step) + 1) * step : year + step;
    return year <= 0 && next > 0 ? (step > 2 ? 1 : step) : next;
  }
  function floorOf([unit, n], at) {
    const [y, m] = civil(at);
    if (unit === "y") return secsOf(yearFloor(n, y), 1, 1);
    if (unit === "m") return secsOf(y, Math.floor((m - 1) / n) * n + 1, 1);
    const days = Math.floor(at / DAY);
    if (unit === "d") return (n === 7 ? days - mod(days + 3, 7) : days) * DAY;
    return at - mod(at, 3600 * n);
  }
  function nextOf([unit, n], at) {
    const [y, m] = civil(at);
    if (unit === "y") return secsOf(yearNext(n, y), 1, 1);
    if (unit === "m") return secsOf(y + Math.floor((m - 1 + n) / 12), ((m - 1 + n) % 12) + 1, 1);
    return at + n * UNIT[unit];
  }
  function ticks(time, scale, words) {
    const wide = (points) => [...STEPS].reverse().find(([unit, n]) => UNIT[unit] * n * scale.pps >= points);
    const major = wide(76) || STEPS[0], minor = wide(9) || major, [start, end] = momentsOf(time), all = new Map();
    const strength = clamp((UNIT[minor[0]] * minor[1] * scale.pps - 9) / 15, 0.3, 1);
    for (const step of [minor, major]) {
      for (let at = floorOf(step, start); at <= end && at < MAX; at = nextOf(step, at)) {
        if (at >= MIN) all.set(at, { at, x: scale.x(at), label: step === major ? words.tick(major[0], at) : null, strength });
      }
    }
    return [...all.values()].sort((a, b) => a.at - b.at);
  }

  // --- clusters ---
  function lowerBound(at, secs, from) {
    let low = from, high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[middle] < secs) low = middle + 1; else high = middle;
    }
    return low;
  }
  function buckets(col, start, end, step) {
    const out = [];
    let next = lowerBound(col.at, Math.floor(start / step) * step, 0);
    while (next < col.at.length && col.at[next] < end) {
      const first = col.at[next], after = lowerBound(col.at, (Math.floor(first / step) + 1) * step, next);
      let top = next;
      for (let i = next; i < after; i++) if (col.rank[i] >= col.rank[top]) top = i;
      out.push({ top: col.ids[top], rank: col.rank[top], at: col.at[top], count: after - next, first, last: col.at[after - 1] });
      next = after;
    }
    return out;
  }
  const shortCount = (n) => (n < 1000 ? "" + n : n < 1e6 ? Math.floor(n / 1000) + "k" : Math.floor(n / 1e6) + "M");
  const eventExtents = (n) => (n === 1 ? [RADIUS, RADIUS] : [7, 7.5 + 6 * shortCount(n).length + 3.5]);
  function quoteExtents(n) {
    const half = 7.5 + 3 * (n > 1 ? shortCount(n).length : 0);
    return [half, half];
  }
  function gridOf(at, step) {
    let q = Math.abs(Math.floor(at / step)), zeros = 0;
    if (q === 0) return 64;
    while (q % 2 === 0) { q /= 2; zeros++; }
    return zeros;
  }
  function withoutTouching(all, scale, extents) {
    const placed = all.map((c) => {
      const [left, right] = extents(c.count);
      return { x: c.at * scale.pps, left, right, grid: gridOf(c.at, scale.bucket), absorbed: false, stays: false };
    });
    const widest = placed.reduce((most, p) => Math.max(most, p.left, p.right), 0);
    const order = all.map((_, i) => i).sort((a, b) =>
      all[b].rank - all[a].rank || placed[b].grid - placed[a].grid || all[b].at - all[a].at);
    for (const i of order) {
      const p = placed[i];
      if (p.absorbed) continue;
      p.stays = true;
      for (let j = i - 1; j >= 0 && p.x - placed[j].x < p.left + widest; j--) {
        if (!placed[j].stays && p.x - placed[j].x < p.left + placed[j].right) placed[j].absorbed = true;
      }
      for (let j = i + 1; j < placed.length && placed[j].x - p.x < p.right + widest; j++) {
        if (!placed[j].stays && placed[j].x - p.x < p.right + placed[j].left) placed[j].absorbed = true;
      }
    }
    const staying = order.filter((i) => placed[i].stays).sort((a, b) => a - b), out = staying.map((i) => ({ ...all[i] }));
    all.forEach((c, i) => {
      if (placed[i].stays) return;
      const after = lowerBound(staying, i, 0);
      const distance = (k) => (k >= 0 && k < staying.length ? Math.abs(placed[staying[k]].x - placed[i].x) : Infinity);
      const home = out[after === 0 || distance(after) < distance(after - 1) ? after : after - 1];
      if (!home) return;
      home.count += c.count;
      home.first = Math.min(home.first, c.first);
      home.last = Math.max(home.last, c.last);
    });
    return out;
  }
  function clusters(col, scale, start, end, extents) {
    const margin = scale.bucket * 32;
    let all = buckets(col, start - margin, end + margin, scale.bucket);
    const touches = (c, i) => {
      const next = all[i + 1];
      return next && next.at * scale.pps - c.at * scale.pps < extents(c.count)[1] + extents(next.count)[0];
    };
    while (all.some(touches)) all = withoutTouching(all, scale, extents);
    return all.filter((c) => c.at >= start && c.at <= end);
  }
  function markOf(c, scale, y, isEvent) {
    const [left, right] = (isEvent ? eventExtents : quoteExtents)(c.count), x = f32(scale.x(c.at));
    return { ...c, x, y, isEvent, left: x - left, right: x + right };
  }
  // The marks in sight, and those beside whose labels may reach into sight.
  function marks(col, scale, plot, y, isEvent, beyond) {
    const around = (by) => [scale.at(plot.left - by), scale.at(plot.right + by)];
    const [start, end] = around(beyond), window = around(12).map(scale.x);
    const all = clusters(col, scale, start, end, isEvent ? eventExtents : quoteExtents).map((c) => markOf(c, scale, y, isEvent));
    const seen = [], beside = [];
    for (const m of all) {
      const isSeen = (m.x >= window[0] && m.x <= window[1]) || (m.right > plot.left && m.left < plot.right)
        || (scale.x(m.last) > plot.left && scale.x(m.first) < plot.right);
      (isSeen ? seen : beside).push(m);
    }
    return { seen, beside };
  }

  // --- phases, notices, spans, dates ---
  function bars(phases, now, scale, from, to) {
    const start = scale.at(from - 12), end = scale.at(to + 12), out = [];
    const endX = (p) => {
      const until = p.end !== null ? p.end : now !== null ? Math.max(now, p.start) : null;
      return until === null ? Infinity : scale.x(until);
    };
    let next = phases.findIndex((p) => !(p.end !== null && p.end < start));
    while (next >= 0 && next < phases.length && phases[next].start <= end) {
      const p = phases[next], left = f32(clamp(scale.x(p.start), from, to)), right = f32(clamp(endX(p), from, to));
      if (right > left) out.push({ ...p, left, right });
      const seen = scale.at(right + 0.5);
      next++;
      while (next < phases.length && phases[next].end !== null && phases[next].end < seen) next++;
    }
    return out;
  }
  function notices(list, scale, plot) {
    const start = scale.at(plot.left - 12), end = scale.at(plot.right + 12);
    const cut = (at) => f32(clamp(scale.x(at), plot.left, plot.right));
    return list.filter(([from]) => from <= end).slice(-60).filter(([, until]) => until >= start)
      .map(([from, until]) => ({ left: cut(from), right: cut(until) })).filter((n) => n.right > n.left);
  }
  function spans(lane, scale, plot, barY, barHalf) {
    const start = scale.at(plot.left - 12), end = scale.at(plot.right + 12), out = [], drawn = [];
    const rows = lane.spanRows, half = barHalf / Math.max(rows, 1), top = barY - barHalf;
    for (const s of lane.spans) {
      if (s.from > end || s.until < start) continue;
      const cut = (at) => f32(clamp(scale.x(at), plot.left, plot.right)), left = cut(s.from), right = cut(s.until);
      const to = drawn[s.row] === undefined ? -Infinity : drawn[s.row];
      if (right <= to + 0.5 && right - left < 1) continue;
      drawn[s.row] = Math.max(to, right);
      out.push({ ...s, left, right: Math.max(right, left + 1), y: top + half * (2 * s.row + 1), half: Math.max(half - 0.5, 1) });
    }
    return out;
  }
  // The period that a date may mean: 0 firm, 1 soft, 2 hollow.
  function bands(marks, events, scale, plot) {
    const out = [];
    for (const m of marks) {
      const band = m.count === 1 && events[m.top].band;
      if (!band) continue;
      let [look, from, to, openLeft, openRight] = band, left = scale.x(from), right = scale.x(to);
      if (look === 0) {
        if (right - left < 12 && !openLeft && !openRight) continue;
      } else {
        left = Math.min(left, m.x - 12);
        right = Math.max(right, m.x + 12);
      }
      if (openLeft) left = -Infinity;
      if (openRight) right = Infinity;
      left = f32(clamp(left, plot.left, plot.right));
      right = f32(clamp(right, plot.left, plot.right));
      if (right > left) out.push({ look, left, right, openLeft, openRight, id: m.top });
    }
    return out;
  }
  // Other days that sources give.
  function otherDates(marks, events, scale, plot) {
    const out = [];
    for (const m of marks) {
      for (const at of m.count === 1 ? events[m.top].rivals : []) {
        const to = f32(clamp(scale.x(at), plot.left - 20, plot.right + 20));
        if (Math.abs(to - m.x) >= 9) out.push({ from: m.x, to, id: m.top });
      }
    }
    return out;
  }

  // --- labels ---
  const isApart = ([from, to], left, width) => left >= to + 10 || from >= left + width + 10;
  function labels(marks, events, ends, room, plot, measure) {
    const sorted = [...marks].sort((a, b) => a.x - b.x), candidates = [];
    let next = Infinity;
    for (let i = sorted.length - 1; i >= 0; i--) {
      const m = sorted[i], rank = m.emphasis === "selected" ? 255 : m.emphasis === "linked" ? 254 : events[m.top].rank;
      candidates.push({ rank, m, e: events[m.top], next });
      next = Math.min(next, m.left);
    }
    candidates.sort((a, b) => b.rank - a.rank || a.m.first - b.m.first);
    const over = [], beside = [], out = [], crossing = [];
    const isFree = (left, width) => over.every((range) => isApart(range, left, width));
    const fit = (c) => {
      const x = c.m.x, isEnd = c.e.ends;
      const mayOver = over.every(([from, to]) => x - 5 >= to + 10 || from >= x + 15);
      const mayBeside = c.next - c.m.right >= 24;
      if (!mayOver && !mayBeside) return null;
      const forms = [];
      if (mayBeside && isEnd && c.rank < 254) forms.push([false, c.e.short]);
      for (const text of c.e.title.length <= 200 ? [c.e.title, c.e.short] : [c.e.short]) {
        if (mayOver) forms.push([true, text]);
        if (mayBeside) forms.push([false, text]);
      }
      for (const [isOver, text] of forms) {
        const width = measure(text);
        if (width > 400) continue;
        let left;
        if (isOver) {
          left = [x - width / 2, x - 5, x + 5 - width].find((l) => isFree(l, width));
        } else {
          const l = c.m.right + 4, r = l + width + 4;
          const clear = c.next >= r && room.every(([from, to]) => from >= r || to <= l - 1)
            && beside.every(([from, to]) => from >= r || to <= l - 1);
          left = clear ? l : undefined;
        }
        if (left !== undefined) return { isOver, text, left, width };
      }
      return null;
    };
    const add = (c, { isOver, text, left, width }) =>
      out.push({ x: left, isOver, text, width, isEnd: c.e.ends, dimmed: c.m.emphasis === "dimmed" });
    for (const c of candidates) {
      const f = fit(c);
      if (!f) continue;
      const held = f.isOver ? over : beside, range = [f.left, f.left + f.width];
      held.push(range);
      if (f.left >= plot.left + 4 && f.left + f.width <= plot.right - 4) add(c, f); else crossing.push([range, c, f]);
    }
    for (const [range, c, f] of crossing) {
      const m = c.m, seen = m.x >= plot.left && m.x <= plot.right && f.width <= plot.right - plot.left - 8;
      const isEnd = ends && (m.first <= ends[0] || m.last >= ends[1]);
      if (!seen || !(isEnd || !f.isOver)) continue;
      const left = Math.max(Math.min(m.x - f.width / 2, plot.right - 4 - f.width), plot.left + 4);
      if (!over.every((other) => other === range || isApart(other, left, f.width))) continue;
      if (f.isOver) [range[0], range[1]] = [left, left + f.width]; else over.push([left, left + f.width]);
      add(c, { ...f, isOver: true, left });
    }
    return out;
  }

  // Everything in one lane. `state` tells what is selected and found.
  function lane(l, data, time, width, measure, emphasis) {
    const plot = plotOf(width, data.m), scale = scaleOf(time, plot.left, plot.right - plot.left), m = l.isParty ? data.m.party : data.m.lane;
    const events = marks(l.events, scale, plot, m.bar, true, l.isParty ? 48 : LABEL_REACH);
    const quotes = marks(l.quotes, scale, plot, m.quote, false, 48).seen;
    if (emphasis) emphasis(l, events.seen, quotes, scale, plot, m);
    const out = {
      events: events.seen, quotes, bars: bars(l.phases, data.now, scale, plot.left, plot.right),
      notices: notices(l.notices, scale, plot), spans: spans(l, scale, plot, m.bar, m.half),
      bands: bands(events.seen, data.events, scale, plot), otherDates: otherDates(events.seen, data.events, scale, plot),
      labels: [], entering: null, arrows: [],
    };
    if (!l.isParty && measure) {
      const all = [...events.seen, ...events.beside];
      const room = bars(l.phases, data.now, scale, plot.left - LABEL_REACH, plot.right + 2 * LABEL_REACH)
        .filter((b) => b.kind !== data.ended).map((b) => [b.left, b.right]);
      for (const x of all) room.push([x.left, x.right]);
      for (const x of [...out.notices, ...out.bands]) room.push([x.left, x.right]);
      for (const g of out.otherDates) room.push([Math.min(g.from, g.to) - 4, Math.max(g.from, g.to) + 4]);
      const at = l.events.at, ends = at.length ? [at[0], at[at.length - 1]] : null;
      out.labels = labels(all, data.events, ends, room, plot, measure);
      const bar = out.bars[0], first = momentsOf(time)[0];
      if (bar && bar.kind !== data.ended && bar.start < first && bar.words) {
        const textWidth = measure(bar.words), left = plot.left + 8;
        const clear = out.labels.every((o) => !o.isOver || o.x >= left + textWidth + 10);
        if (bar.right - left >= textWidth + 8 && clear) out.entering = { x: left, text: bar.words };
      }
    }
    if (!out.spans.length && !out.events.length && !out.quotes.length && !out.bars.some((b) => b.kind !== data.ended)) {
      const start = scale.at(plot.left - 12), near = (col) => [col.at[lowerBound(col.at, start, 0) - 1], col.at[lowerBound(col.at, start, 0)]];
      const pairs = [near(l.events), near(l.quotes)], known = (x) => x !== undefined;
      const before = pairs.map((p) => p[0]).filter(known), after = pairs.map((p) => p[1]).filter(known);
      if (before.length) out.arrows.push({ isBefore: true, at: Math.max(...before) });
      if (after.length) out.arrows.push({ isBefore: false, at: Math.min(...after) });
    }
    return out;
  }
  function plotOf(width, m) {
    const left = m.headers ? Math.floor(Math.min(Math.max(m.headers, 140), f32(width * f32(0.6)))) : Math.floor(Math.min(236, f32(width * f32(0.34))));
    return { left, right: Math.max(width, left + 1) };
  }
  // The strokes of a collapsed group.
  function strokes(col, time, width, m) {
    const plot = plotOf(width, m), scale = scaleOf(time, plot.left, plot.right - plot.left);
    return buckets(col, scale.at(plot.left), scale.at(plot.right) + 1, scale.grid(4))
      .map((b) => ({ x: scale.x(b.at), strength: Math.min(Math.log1p(b.count) / Math.log1p(24), 1) }))
      .filter((s) => s.x >= plot.left && s.x <= plot.right);
  }

  // --- the slice of data, as the program writes it ---
  function read(raw) {
    const flag = (x) => !!x, shared = (number) => (number ? raw.shared[number - 1] : "");
    const data = { ...raw, time: { start: raw.time[0], span: raw.time[1] } };
    data.events = raw.events.map((e) => ({
      at: e[0], rank: e[1], sign: e[2], kind: e[3], treaty: e[4], party: e[5] - 1, title: e[6] || "", short: e[7] || "", date: e[8] || "",
      summary: e[9] || "", contested: e[10] || "", claims: e[11] || [], links: e[12] || [], quotes: e[13] || [], url: e[14] || "",
      band: e[15] ? [e[15][0], e[15][1], e[15][2], flag(e[15][3]), flag(e[15][4])] : null, rivals: e[16] || [], extra: e[17] || [],
      ends: raw.kinds[e[3]][2] === 1,
    }));
    data.quotes = raw.quotes.map((q) => ({
      at: q[0], ink: q[1], speaker: q[2], date: q[3], quote: q[4], lang: q[5] || "", role: shared(q[6]), venue: q[7] || "", source: (q[8] || 0) - 1,
      original: q[9] || null, note: q[10] || "", events: q[11] || [], treaties: q[12] || [], translated: q[13] || "", words: q[14] || "",
    }));
    data.sources = raw.sources.map((s) => [s[0], shared(s[1]), s[2], s[3], s[4], shared(s[5]), s[6]]);
    const column = (ids, items, rank) => ({
      ids, at: ids.map((id) => items[id].at), rank: ids.map((id) => (rank ? items[id].sign : 0)),
    });
    data.lanes = raw.lanes.map((l, index) => ({
      index, treaty: l[0], isParty: !!l[1], name: l[2] || "", standing: l[3] || "", dot: l[4],
      phases: (l[5] || []).map((p) => ({ kind: p[0], start: p[1], end: p[2], words: p[3] || "" })),
      notices: l[6] || [], events: column(l[7] || [], data.events, true), quotes: column(l[8] || [], data.quotes, false),
      spanRows: l[9] || 0, spans: (l[10] || []).map((s) => ({ id: s[0], from: s[1], until: s[2], row: s[3] || 0, look: s[4] || 0, openLeft: flag(s[5]), openRight: flag(s[6]) })),
    }));
    return data;
  }
  // The marks of every lane that is not collapsed, for a test: lane, kind, count, position.
  function dump(raw, width, time) {
    const data = read(raw), out = [];
    for (const index of data.groups.filter((g) => !g[2]).flatMap((g) => g[3])) {
      const l = data.lanes[index], p = lane(l, data, time || data.time, width, null);
      out.push({
        events: p.events.map((m) => [m.x, m.count, m.top]), quotes: p.quotes.map((m) => [m.x, m.count, m.top]),
        bars: p.bars.map((b) => [b.kind, b.left, b.right]), notices: p.notices.map((n) => [n.left, n.right]),
        spans: p.spans.map((s) => [s.left, s.right, s.y]), bands: p.bands.map((b) => [b.look, b.left, b.right]),
        otherDates: p.otherDates.map((g) => [g.from, g.to]),
      });
    }
    const plot = plotOf(width, data.m), words = { tick: () => "" };
    return { lanes: out, ticks: ticks(time || data.time, scaleOf(time || data.time, plot.left, plot.right - plot.left), words).map((t) => [t.at, t.label !== null]) };
  }
  return { AXIS, DAY, MIN, MAX, civil, secsOf, clamp, scaleOf, momentsOf, clamped, fitted, ticks, lane, plotOf, strokes, shortCount, lowerBound, markOf, read, dump };
})();
if (typeof module !== "undefined") module.exports = Layout;
