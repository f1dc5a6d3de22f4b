// Says in every `[data-live]` whether somebody answers now, from the spans in `#hours`. What stands there without it stays true.
// live.min.js is made from this file: npm run minify in tests/browser.
(() => {
  const data = JSON.parse(document.getElementById('hours').textContent);
  const instants = (gaps) => gaps.map((sum => gap => sum += gap)(data.from));
  const staffed = instants(data.staffed);
  const call = instants(data.call);
  const format = (minute, options, timeZone, lang = data.lang) => new Intl.DateTimeFormat(lang, { timeZone, ...options }).format(minute * 6e4);
  const fill = (text, slots) => text.replace(/{(\w+)}/g, (_, name) => slots[name] ?? '');
  const time = (minute, zone) => format(minute, { hour: '2-digit', minute: '2-digit', hourCycle: data.cycle }, zone);
  const both = (minute) => {
    const [here, yours] = [time(minute, data.zone), time(minute)];
    return here === yours ? here : `${here} (${fill(data.say.yours, { time: yours })})`;
  };
  let timer;
  const update = () => {
    clearTimeout(timer);
    const now = Date.now() / 6e4;
    // An even place is an opening: before it, it is closed.
    const place = (changes) => (changes.findIndex((change) => change > now) + changes.length + 1) % (changes.length + 1);
    const [open, called] = [staffed, call].map(place);
    const next = staffed[open];
    const isLast = !(next < data.until);
    const state = open % 2 ? 'open' : called % 2 ? 'emergency' : 'closed';
    const reason = data.days[format(now, {}, data.zone, 'sv')];
    const text = now >= data.from && now < data.until ? fill(data.say[state + (isLast ? 'Only' : '')], {
      time: isLast || both(next),
      day: isLast || format(next, { weekday: 'long', day: 'numeric', month: 'long' }, data.zone),
      reason: reason && ` (${reason})`,
    }) : '';
    let wait = Math.min((Math.min(...[next, call[called], data.until].filter((change) => change > now)) - now) * 6e4, 36e5);
    for (const panel of document.querySelectorAll('[data-now]')) {
      const line = panel.querySelector('[data-live]');
      if (line.textContent === text) continue;
      // Nothing moves under a finger or a focus.
      if (line.textContent && panel.matches(':hover, :focus-within')) {
        wait = 1e3;
        continue;
      }
      line.textContent = text;
      line.hidden = !text;
      line.role = 'status';
      panel.dataset.state = text && state;
    }
    timer = setTimeout(update, wait);
  };
  update();
  document.onvisibilitychange = update;
})();
