// Says in every `[data-live]` whether somebody answers now, from the changes in `#hours`, and sets `data-state` on what it stands
// in; shows what has `data-start` only from then on, until `data-end` if it has that. What stands there without it stays true.
// Instants are minutes since 1970.
// live.min.js is made from this file: npm run minify in tests/browser.
{
  const { from, changes, reasons, zone, lang, clock, say, offline } = JSON.parse(document.getElementById('hours').textContent);
  const format = (minute, options, timeZone) => new Date(minute * 6e4).toLocaleString(lang, { timeZone, ...options });
  const fill = (text, slots) => text.replace(/{(\w+)}/g, (_, name) => slots[name] ?? '');
  const weekday = { weekday: 'short' };
  const sentence = (state, reason, next, now) => {
    if (!next) return fill(say[state], { reason });
    // The reader's own time, when it is another one; with its weekday, when that is another one too.
    const options = format(next, weekday) === format(next, weekday, zone) ? clock : { ...weekday, ...clock };
    const [time, own] = [format(next, options, zone), format(next, options)];
    return fill(state === 'open' ? say.until : say[state] + ' ' + say.opens, {
      reason,
      day: format(next, { weekday: 'long', day: 'numeric', month: 'long' }, zone),
      time: (state === 'open' && next > now + 1440 ? format(next, { day: 'numeric', month: 'long' }, zone) + ', ' : '') + format(next, clock, zone),
      yours: time === own ? '' : fill(say.yours, { time: own }),
    });
  };
  const update = () => {
    const now = Date.now() / 6e4;
    let at = from;
    let state = '';
    let reason, next;
    changes.forEach((change, place) => {
      at += change >> 2;
      const to = ['closed', 'emergency', 'open', ''][change & 3];
      if (at <= now) [state, reason] = [to, reasons[place]];
      else if (to && (state === 'open' || to === 'open')) next ??= at;
    });
    const text = state ? sentence(state, reason, next, now) : '';
    for (const line of document.querySelectorAll('[data-live]')) {
      // What was said is kept apart from what stands there: the browser may have translated that.
      if (line.said !== text) {
        line.said = line.textContent = text;
        line.hidden = !text;
        line.role = 'status';
      }
      // The sentence is never false; the action does not swap under a finger or a focus.
      const panel = line.parentNode;
      if (!panel.dataset.state || !panel.querySelector('a:hover,a:focus')) panel.dataset.state = state;
    }
    for (const part of document.querySelectorAll('[data-start]')) {
      part.hidden = now < part.dataset.start || now >= part.dataset.end;
    }
  };
  // Home has no room for another request on its way.
  if (offline) navigator.serviceWorker?.register(offline).catch(() => {});
  // In the head, so that no panel is seen before its state is known, however slowly the page arrives.
  setInterval(update, 5e3);
  new MutationObserver(update).observe(document, { childList: true, subtree: true });
}
